"""Break a query on purpose: flip a sign, swap a flow, drop a filter. A promise or a published figure must notice."""

import duckdb
import pytest
from test_figures import FIGURES, ROUNDING, cell
from test_queries import exceptions

import queries
from data import TABLES, engine, lineage
from queries import answering

MUTATIONS = [
    ("trade_balance", "every_year.exports_cad_m - every_year.imports_cad_m", "every_year.imports_cad_m - every_year.exports_cad_m"),
    ("trade_balance", "where reporter = 'CAN'", "where reporter = 'MEX'"),
    ("trade_balance", "where flow = 'imports'", "where flow = 'exports'"),
    ("partner_rank", "where goods.partner <> 'CAN'", ""),
    ("partner_rank", "month between", "year(month) > 1900 or month between"),
    ("partner_rank", "sum(exports_cad_m) as exports_cad_m", "sum(imports_cad_m) as exports_cad_m"),
    ("mirror_trade", "importer.reporter = exporter.partner", "importer.reporter = exporter.reporter"),
    ("direct_investment", "positions.direction = $direction", "positions.direction <> $direction"),
    ("study_permits", "permits.measure = $measure", "permits.measure <> $measure"),
    ("trade_totals_by_lens", "exporter = 'MEX'", "exporter = 'CAN'"),
    ("asylum_claims", "mexico.country = 'MEX'", "mexico.country = 'WLD'"),
    ("tariff_rate", "100 * (base_usd + added_usd)", "100 * (base_usd - added_usd)"),
    ("tariff_coverage", "least(1, sum(dutiable_share))", "least(1, 2 * sum(dutiable_share))"),
    ("tariff_partners", "in ('98', '99') then 0", "in ('98') then 0"),
    ("two_ledgers", "bought.value_usd_m / sold.value_usd_m", "sold.value_usd_m / bought.value_usd_m"),
    ("ledger_balances", "books.canada_bought - books.canada_sold", "books.canada_sold - books.canada_bought"),
    ("ledger_balances", "books.mexico_sold - books.mexico_bought", "books.mexico_sold - books.canada_bought"),
    ("event_counts", "cast(count(*) as integer) as acts", "cast(sum(events) as integer) as acts"),
]  # fmt: skip


def noticed(name, sql):
    """Whether a promise of the query or a published figure fails with this SQL."""
    query = queries.describe(name)
    if not exceptions(query, answering.fetched(query, sql, {**query.params, **query.example})).empty:
        return True
    for figure in (f for f in FIGURES if f["query"] == name):
        frame = answering.fetched(query, sql, {**query.params, **figure["params"]})
        try:
            if abs(cell(figure, frame) - figure["value"]) > figure.get("tolerance", ROUNDING):
                return True
        except AssertionError:
            return True
    return False


@pytest.mark.parametrize(("name", "part", "instead"), MUTATIONS, ids=lambda value: str(value)[:40])
def test_a_broken_query_is_noticed(name, part, instead):
    sql = queries.describe(name).sql
    assert part in sql, "the mutation no longer applies"
    assert noticed(name, sql.replace(part, instead))


def test_a_query_as_it_is_is_not_noticed():
    """That promises and figures hold for all as they are, test_queries.py and test_figures.py say."""
    assert not noticed("trade_balance", queries.describe("trade_balance").sql)


ENGINE_MUTATIONS = [
    ("then 1 - lines.claim_share", "then lines.claim_share"),
    ("1 - content * lines.claim_share", "1"),
    ("then 1 - coalesce(metals.taken, 0)", "then 1"),
    ("order by excluded, priority,", "order by excluded, -priority,"),
    (
        "between rules.valid_from and coalesce(rules.valid_to",
        "between rules.valid_from - 30 and coalesce(rules.valid_to",
    ),
    ("where authority = 's232' and rate_kind <> 'none'", "where authority = 's338'"),
    ("when 'metal_al' then lists.aluminum_content", "when 'metal_al' then 1"),
    ("left(hs10, 2) not in ('98', '99')", "left(hs10, 2) <> '99'"),
]
DAYS = {
    "2025-03-12": (2.995, 3.554),
    "2025-10-14": (6.773, 6.885),
    "2026-02-20": (5.259, 5.923),
    "2026-06-20": (5.793, 7.368),
}
RATES = """
    select partner, 100 * sum(duty_usd) / sum(case when authority = 'mfn' then imports_usd end)
    from tariff_parts(?, ['CAN', 'MEX'], 'kept', 'since_july_2025', 0.4, []) group by partner order by partner
"""


@pytest.fixture(scope="module")
def tables():
    """What the engine needs; of the imports, which it takes line by line, those from Canada and Mexico."""
    with duckdb.connect() as connection:
        for name in lineage.engine_needs():
            connection.execute(f"create table {name} as from read_parquet('{TABLES / name}.parquet')")
        connection.execute("delete from us_imports_by_product where partner not in ('CAN', 'MEX')")
        yield connection


def rates_with(connection, sql):
    """Canada's and Mexico's rate on four days, by an engine with this SQL, which is gone afterwards."""
    connection.execute("begin transaction")
    try:
        connection.execute(sql)
        return {day: tuple(rate for _, rate in connection.execute(RATES, [day]).fetchall()) for day in DAYS}
    finally:
        connection.execute("rollback")


def differs(found):
    return any(abs(rate - wanted) > 0.01 for day in DAYS for rate, wanted in zip(found[day], DAYS[day], strict=True))


@pytest.mark.parametrize(("part", "instead"), ENGINE_MUTATIONS, ids=lambda value: value[:40])
def test_a_broken_engine_is_noticed(tables, part, instead):
    sql = engine.SQL.read_text(encoding="utf-8")
    assert part in sql, "the mutation no longer applies"
    assert differs(rates_with(tables, sql.replace(part, instead)))


def test_the_engine_as_it_is_gives_its_rates(tables):
    assert not differs(rates_with(tables, engine.SQL.read_text(encoding="utf-8")))
