"""Where answers come from: the tables of every query against DuckDB's own plan, the sources of rows by taking them away."""

import json

import duckdb
import pandas as pd
import pytest

import queries
from data import TABLES, catalog, editions, engine, lineage
from queries import sources

SCANS = {"SEQ_SCAN", "TABLE_SCAN"}
ALL = queries.names()
COMPUTED = {"rows", "recomputed", "recomputed_text", "other_value", "ours_quoted", "difference", "verdict", "reason"}


@pytest.fixture(scope="module")
def tables():
    """All tables with what queries share, in a database that can be changed; nothing of a plan is pruned."""
    with duckdb.connect() as connection:
        for name in catalog.tables():
            connection.execute(f"create table {name} as from read_parquet('{(TABLES / name).as_posix()}.parquet')")
        for sql in engine.FILES:
            engine.load(connection, sql)
        connection.execute("pragma disable_optimizer")
        yield connection


def parameters_of(sql):
    return {name.lstrip("$") for name in duckdb.extract_statements(sql)[0].named_parameters}


def scanned(plan):
    """Names of the tables in a plan of DuckDB's, below it."""
    name = plan.get("extra_info", {}).get("Table")
    found = {name.split(".")[-1]} if name else set()
    return found.union(*(scanned(child) for child in plan.get("children", [])))


def test_tables_are_those_that_duckdb_scans(tables):
    for name in ALL:
        query = queries.describe(name)
        params = {key: query.params[key] for key in parameters_of(query.sql)}
        plan = json.loads(tables.execute(f"explain (format json) {query.sql}", params).fetchall()[0][1])[0]
        below = {table for made in scanned(plan) for table in lineage.below(made)}
        assert set(lineage.tables_read(query.sql)) == below, name


def test_sources_not_named_can_be_taken_away(tables):
    with_sources = [name for name in ALL if sources.traced(queries.describe(name).sql).sql]
    assert len(with_sources) > 80
    for name in with_sources:
        rows, answer = without_other_sources(name, tables)
        own = [column for column in answer.query.returns if column not in COMPUTED]
        pd.testing.assert_frame_equal(rows[own], answer.frame[own], obj=name)


def without_other_sources(name, tables):
    """The rows of a query where only its answer's sources have any, and the answer itself."""
    query = queries.describe(name)
    bound = parameters_of(query.sql)
    answer = queries.ask(name, **{key: value for key, value in query.example.items() if key in bound})
    params = {key: answer.params[key] for key in bound}
    followed = sources.traced(query.sql).tables & {t for t in catalog.tables() if "source" in catalog.table(t).columns}
    tables.execute("begin")
    try:
        for table in followed:
            tables.execute(
                f"delete from {table} where not list_has_all($named, string_split(source, ';'))",
                {"named": list(answer.sources)},
            )
        rows = tables.execute(query.sql, params).df()
    finally:
        tables.execute("rollback")
    return rows, answer


@pytest.mark.parametrize(
    ("name", "params", "named", "not_named"),
    [
        ("trade_balance", {"from": 2024}, ["Statistics Canada"], ["Secretaría"]),
        ("tariff_rate", {}, ["U.S. Federal Reserve", "U.S. Census Bureau"], []),
        ("asylum_summary", {}, ["Immigration"], ["Press claims", "UNHCR"]),
        ("tariff_partners", {}, ["U.S. Census Bureau", "USITC"], ["Press claims"]),
        ("two_ledgers", {"from": 2024}, ["Statistics Canada", "Governments and press"], ["UN Comtrade"]),
        ("asylum_claims", {"publisher": "UNHCR"}, ["UNHCR"], ["Immigration"]),
        ("trade_by_sector", {"lens": "wiod", "from": 2011, "to": 2011}, ["World Input-Output"], ["OECD"]),
        ("direct_investment", {"from": 2022, "to": 2023}, ["Statistics Canada"], ["Governments and press"]),
        ("study_permits", {"measure": "stock"}, ["31 December"], ["month in which"]),
    ],
)  # fmt: skip
def test_an_answer_names_the_publishers_of_its_rows(name, params, named, not_named):
    entries = queries.ask(name, **params).entries()
    cited = " ".join(f"{entry.publisher} {entry.title}" for entry in entries)
    assert all(publisher in cited for publisher in named)
    assert not any(publisher in cited for publisher in not_named)


RATES = {"exchange_rates_annual", "exchange_rates_monthly"}


def test_a_conversion_cites_its_rate():
    """A column in another currency than its table's is derived: by a rate table, or by rows that name their rate."""
    for name in ALL:
        answer = queries.ask(name)
        money = {
            c: unit for c in answer.frame.columns if (unit := catalog.columns()[c].unit) in ("CAD_M", "USD_M", "MXN_M")
        }
        currencies = {unit for column, unit in money.items() if answer.frame[column].notna().any()}
        if len(currencies) > 1 or "cad_per_usd" in answer.frame.columns:
            assert RATES & set(answer.sources), name


def test_every_answer_has_tables_and_sources():
    for name in ALL:
        answer = queries.ask(name, **queries.describe(name).example)
        assert answer.tables, name
        assert answer.sources or queries.describe(name).needs, name
        assert all(vintage for vintage in answer.vintages().values())
        assert set(answer.sources) <= {s for t in catalog.tables() for s in editions.SHIPPED.sources(t)}


def test_a_query_that_reads_in_any_form_is_understood():
    assert lineage.tables_read("select distinct year from events") == ("events",)
    assert lineage.tables_read("with claims as (select 1 from events) select * from claims") == ("events",)
    assert lineage.tables_read("select (select max(year) from study_permits) as y from sectors") == (
        "study_permits",
        "sectors",
    )
    rules = lineage.tables_read("select * from tariff_rules_on('2025-01-01', ['CAN'], [])")
    assert set(rules) == {"tariff_rules", "tariff_measures"}
