"""What each programme charges on each sector of each partner, while no rule changes."""

from collections.abc import Iterator
from datetime import date

import duckdb
import pandas as pd

from data import catalog, engine, lineage, recipe, tariff_rule_checks
from data.connection import connect

# Added by `fsum`, which keeps what is small: rounded to a dollar, a sum does not depend on the order of the rows.
ANSWER = """
    select
        partner,
        sector,
        authority,
        programme,
        round(fsum(imports_usd) / 1e6, 6) as value_covered_usd_m,
        round(fsum(duty_usd) / 1e6, 6) as duty_usd_m
    from tariff_parts($on_date, $partners, $cusma, 'since_july_2025', 0.4, [])
    group by partner, sector, authority, programme
    having sum(imports_usd) > 0
"""
# One text per partner: its rules in force, as the engine makes them, and the classes of products they reach or except.
LAW = """
    with rules as (
        select * from tariff_rules_on($on_date, $partners, [])
    ),

    lists as (
        select tariff_scope, string_agg(product_class, ' ' order by product_class) as products
        from tariff_class_lists
        where $on_date between coalesce(valid_from, date '0001-01-01') and coalesce(valid_to, date '9999-12-31')
        group by tariff_scope
    ),

    named as (
        select
            partner,
            cast(rules as varchar) as rule,
            unnest([tariff_scope] || string_split(except_scopes, ';')) as scope
        from rules
    ),

    said as (
        select named.partner, named.rule || md5(coalesce(lists.products, '')) as says
        from named
        left join lists on named.scope = lists.tariff_scope
    )

    select whom.partner, md5(string_agg(said.says, ' ' order by said.says)) as law
    from (select unnest($partners) as partner) as whom
    left join said using (partner)
    group by whom.partner
"""


def loaded() -> duckdb.DuckDBPyConnection:
    """A database with the tables the engine needs, shaped from the raw figures, and the engine itself."""
    connection = connect()
    # One thread adds in one order, so that a rebuild gives the same last digit.
    connection.execute("set threads = 1")
    for name in lineage.engine_needs():
        connection.register("frame", recipe.rows(name))
        connection.execute(f"create table {name} as select {catalog.typed(name)} from frame")  # noqa: S608 - catalog names
        connection.unregister("frame")
    engine.load(connection)
    return connection


def rows() -> pd.DataFrame:
    """Shape: one row per partner, regime, sector and programme; US$ m on 2024 trade.

    Raises tariff_rule_checks.BrokenRules, naming every rule that cannot stand, before anything is computed.
    """
    return charged("kept", "tariff_lines")


def charged(cusma: str, table: str) -> pd.DataFrame:
    """The rows with CUSMA kept or lapsed, for the partners that a table names. Raises as `rows()` does."""
    with loaded() as connection:
        tariff_rule_checks.stop_if_broken(connection)
        partners = [partner for (partner,) in connection.table(table).unique("partner").fetchall()]
        regimes = connection.execute("select valid_from, valid_to from tariff_regimes order by valid_from").fetchall()
        frames = [
            rates.assign(valid_from=pd.Timestamp(start), valid_to=pd.Timestamp(end) if end else pd.NaT)
            for (start, end), rates in zip(regimes, _by_regime(connection, cusma, partners, regimes), strict=True)
        ]
    return pd.concat(frames, ignore_index=True)


def _by_regime(
    connection: duckdb.DuckDBPyConnection, cusma: str, partners: list[str], regimes: list[tuple[date, date | None]]
) -> Iterator[pd.DataFrame]:
    """What these partners pay in each regime, worked out anew only for those whose law has changed."""
    before: dict[str, str] = {}
    rates: dict[str, pd.DataFrame] = {}
    for start, _ in regimes:
        law = dict(connection.execute(LAW, {"on_date": start, "partners": partners}).fetchall())
        changed = [partner for partner in partners if partner not in before or law[partner] != before[partner]]
        asked = {"on_date": start, "partners": changed, "cusma": cusma}
        fresh = connection.execute(ANSWER, asked).df() if changed else pd.DataFrame()
        rates |= {partner: fresh[fresh["partner"] == partner] for partner in changed}
        before = law
        yield pd.concat(rates.values())
