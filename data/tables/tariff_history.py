"""What each programme charges on each sector of each partner, while no rule changes."""

import importlib

import duckdb
import pandas as pd

from data import catalog, engine, lineage, tariff_rule_checks
from data.connection import connect

ANSWER = """
    select
        partner,
        $valid_from as valid_from,
        $valid_to as valid_to,
        sector,
        authority,
        programme,
        round(sum(imports_usd) / 1e6, 6) as value_covered_usd_m,
        round(sum(duty_usd) / 1e6, 6) as duty_usd_m
    from tariff_parts($valid_from, $partners, 'kept', 'since_july_2025', 0.4, [])
    group by partner, sector, authority, programme
    having sum(imports_usd) > 0
"""


def loaded() -> duckdb.DuckDBPyConnection:
    """A database with the tables the engine needs, shaped from the raw figures, and the engine itself."""
    connection = connect()
    # One thread adds in one order, so that a rebuild gives the same last digit.
    connection.execute("set threads = 1")
    for name in lineage.engine_needs():
        connection.register("frame", importlib.import_module(f"data.tables.{name}").rows())
        connection.execute(f"create table {name} as select {catalog.typed(name)} from frame")  # noqa: S608 - catalog names
        connection.unregister("frame")
    engine.load(connection)
    return connection


def rows() -> pd.DataFrame:
    """Shape: one row per partner, regime, sector and programme; US$ m on 2024 trade.

    Raises tariff_rule_checks.BrokenRules, naming every rule that cannot stand, before anything is computed.
    """
    with loaded() as connection:
        tariff_rule_checks.stop_if_broken(connection)
        partners = [row[0] for row in connection.execute("select distinct partner from tariff_lines").fetchall()]
        regimes = connection.execute("select valid_from, valid_to from tariff_regimes order by valid_from").fetchall()
        frames = [
            connection.execute(ANSWER, {"valid_from": start, "valid_to": end, "partners": partners}).df()
            for start, end in regimes
        ]
    return pd.concat(frames, ignore_index=True)
