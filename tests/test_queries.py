"""Every query keeps the promises of its header."""

import re

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import extracts
import queries
from data import catalog
from data.connection import over
from extracts.command_line import main
from queries import database

DTYPES = {
    "INTEGER": {"int32", "Int32", "int64", "Int64", "float64"},
    "DOUBLE": {"float64"},
    "BOOLEAN": {"bool", "boolean", "object"},
    "VARCHAR": {"str", "object"},
    "DATE": {"datetime64[us]", "datetime64[s]", "object"},
}
# Statements that would leave the tables, change the settings or reach the network.
FORBIDDEN = [
    "select * from read_csv('/etc/passwd')",
    "copy countries to '/tmp/countries.csv'",
    "attach '/tmp/other.db'",
    "install httpfs",
    "load httpfs",
    "set enable_external_access = true",
    "select * from 'https://example.org/x.parquet'",
]


def exceptions(query, frame):
    """Rows for which the header's sentence does not hold; a missing cell breaks no sentence."""
    with over(frame=frame) as connection:
        return connection.execute(f"select * from frame where not ({query.always})").df()


@pytest.mark.parametrize("params", ["defaults", "example"])
@pytest.mark.parametrize("name", queries.names())
def test_query_keeps_its_promises(name, params):
    query = queries.describe(name)
    frame = queries.ask(name, **(query.example if params == "example" else {})).frame
    assert list(frame.columns) == query.returns
    assert len(frame) > 0 or query.needs
    assert exceptions(query, frame).empty
    for column in frame.columns:
        assert str(frame[column].dtype) in DTYPES[catalog.columns()[column].type], column


def test_headers_are_complete():
    for name in queries.names():
        query = queries.describe(name)
        assert query.question.endswith("?"), name
        assert set(query.example) <= set(query.params), name
        assert set(query.returns) <= set(catalog.columns()), name
        assert "order by" in query.sql.lower(), name
        assert "select *" not in query.sql.lower(), name
        used = duckdb.extract_statements(query.sql)[0].named_parameters
        bound = {parameter.lstrip("$") for parameter in used}
        assert bound == set(query.params) or (query.computed_by and bound < set(query.params)), name


@pytest.mark.parametrize(
    "name", [n for n in queries.names() if "from" in queries.describe(n).params and not queries.describe(n).needs]
)
def test_years_are_not_ignored(name):
    time = next((c for c in ("year", "month", "date") if c in queries.describe(name).returns), None)
    everything = queries.ask(name).frame
    if time is None:
        assert len(queries.ask(name, **{"from": 2400, "to": 2400}).frame) == 0
        return
    years = everything[time] if time == "year" else everything[time].dt.year
    narrow = queries.ask(name, **{"from": int(years.iloc[0]), "to": int(years.iloc[0])}).frame
    assert 0 < len(narrow)
    shown = narrow[time] if time == "year" else narrow[time].dt.year
    assert set(shown) == {years.iloc[0]}


def test_sector_filter_is_not_ignored():
    every = queries.ask("trade_by_sector", **{"from": 2022, "to": 2022}).frame
    assert set(every["sector"]) == {f"{n:02}" for n in range(1, 15)}
    assert list(queries.ask("trade_by_sector", **{"from": 2022, "to": 2022}, sector=["12"]).frame["sector"]) == ["12"]
    assert set(queries.ask("trade_by_industry", **{"from": 2022, "to": 2022}, sector=["02"]).frame["sector"]) == {"02"}
    assert set(queries.ask("mexico_products", sector=["12"]).frame["sector"]) == {"12"}


def test_rank_leaves_out_reimports_and_partial_years_say_so():
    assert "CAN" not in set(queries.ask("partner_rank").frame["partner"])
    periods = queries.ask("trade_periods").frame.set_index("year")
    assert periods.loc[2026, "is_partial"]
    assert not periods.loc[2025, "is_partial"]
    flow = queries.ask("study_permits", measure="flow").frame.iloc[-1]
    assert flow["is_partial"]
    assert flow["months_covered"] == 7


# Of each query: an amount converted, the amount it is converted from, and the rate between them.
CONVERTED = [
    ("trade_balance", "imports_mxn_m", "imports_usd_m", "mxn_per_usd"),
    ("trade_balance", "exports_mxn_m", "exports_usd_m", "mxn_per_usd"),
    ("two_ledgers", "importer_record_cad_m", "importer_record_usd_m", "cad_per_usd"),
    ("two_ledgers", "exporter_record_mxn_m", "exporter_record_usd_m", "mxn_per_usd"),
    ("trade_monthly", "imports_cad_m", "imports_usd_m", "cad_per_usd"),
    ("trade_monthly", "exports_cad_m", "exports_usd_m", "cad_per_usd"),
    ("trade_monthly", "imports_mxn_m", "imports_cad_m", "mxn_per_cad"),
]


@pytest.mark.parametrize(("name", "into", "of", "rate"), CONVERTED, ids=lambda value: value)
def test_amounts_are_converted_at_the_rate_of_their_time(name, into, of, rate):
    frame = queries.ask(name).frame.dropna(subset=[into, of])
    time = "month" if "month" in frame else "year"
    table = "exchange_rates_monthly" if time == "month" else "exchange_rates_annual"
    rates = queries.table(table).frame.set_index(time)[rate]
    assert len(frame)
    assert (frame[into] / frame[of]).to_numpy() == pytest.approx(frame[time].map(rates).to_numpy())


def test_every_year_since_1997_has_both_flows_in_canadas_own_dollars():
    years = queries.ask("trade_balance", **{"from": 1990, "to": 2025}).frame.set_index("year")
    assert years.loc[1997:, ["imports_cad_m", "exports_cad_m"]].notna().all(axis=None)
    assert years.index.tolist() == list(range(1990, 2026))
    assert set(years.loc[1997:, "derived_currency"]) == {"usd"}
    assert set(years.loc[:1996, "derived_currency"]) == {"cad"}
    assert set(years.loc[1997:, "publisher"]) == {"Statistics Canada"}


def test_a_month_stands_beside_the_same_month_of_the_year_before():
    months = queries.ask("trade_monthly", **{"from": 1997, "to": 1998}).frame.set_index("month")
    assert months.loc["1997-12-01", ["imports_change_pct", "exports_change_pct"]].isna().all()
    change = 100 * (months.loc["1998-03-01", "imports_cad_m"] / months.loc["1997-03-01", "imports_cad_m"] - 1)
    assert months.loc["1998-03-01", "imports_change_pct"] == pytest.approx(change)
    assert months.loc["1997-11-01", ["imports_12_months_cad_m"]].isna().all()
    assert months.loc["1997-12-01", "imports_12_months_cad_m"] == pytest.approx(7021.6)
    assert months.loc["1998-12-01", "exports_12_months_cad_m"] == pytest.approx(1466.6)


@pytest.mark.parametrize("level", ["HS4", "HS8"])
def test_fuels_are_of_the_sector_of_their_heading(level):
    params = {"level": level, "flow": "imports", "year": 2020, "top": 300}
    codes = {
        sector: queries.ask("mexico_products", **params, sector=[sector]).frame["hs_code"] for sector in ("02", "06")
    }
    fuels = {sector: {code[:4] for code in found if code.startswith("27")} for sector, found in codes.items()}
    assert {"2703", "2711"} <= fuels["02"]
    assert fuels["06"] == {"2710"}


def test_what_came_before_the_span_still_counts_in_it():
    months = queries.ask("trade_monthly", **{"from": 2026, "to": 2026}).frame
    assert months[["imports_change_pct", "exports_12_months_cad_m"]].notna().all(axis=None)


@pytest.mark.parametrize("statement", FORBIDDEN)
def test_nothing_outside_the_tables_can_be_reached(statement):
    with pytest.raises(duckdb.Error):
        database.opened().cursor().execute(statement).fetchall()


def test_unknown_names_say_what_is_known():
    with pytest.raises(queries.UnknownQuery, match="trade_balance"):
        queries.ask("nothing")
    with pytest.raises(queries.BadParameter, match="known are: from, to"):
        queries.ask("trade_balance", frist_year=2020)
    with pytest.raises(queries.UnknownQuery, match="events"):
        queries.table("nothing")


@given(text=st.text(max_size=12), key=st.sampled_from(["from", "to"]))
@settings(max_examples=60, deadline=None)
def test_any_text_as_a_year_is_a_number_or_a_clear_refusal(text, key):
    query = queries.describe("trade_balance")
    try:
        values = queries.parse(query, [(key, text)])
    except queries.BadParameter as error:
        assert key in str(error)
    else:
        assert isinstance(next(iter(values.values())), int)


def test_command_line(capsys):
    assert main([]) == 0
    listed = capsys.readouterr().out
    assert all(name in listed for name in queries.names())
    assert main(["trade_balance", "from=2024", "to=2024", "--format", "csv"]) == 0
    written = capsys.readouterr().out
    assert written == extracts.write(queries.ask("trade_balance", **{"from": 2024, "to": 2024}), "csv").decode()
    lines = written.splitlines()
    assert len(lines) == 2
    assert lines[1].startswith("2024,47487.0")
    assert main(["trade_balance", "--format", "json", "from=2025"]) == 0
    assert '"year":2025' in capsys.readouterr().out.replace(" ", "")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nothing"], "trade_balance"),
        (["trade_balance", "nonsense=1"], "known are: from, to"),
        (["trade_balance", "from=soon"], "whole number"),
        (["trade_balance", "2024"], "key=value"),
        (["partner_rank", "first_month=soon"], "first_month"),
    ],
)
def test_command_line_refuses_with_exit_code_2(arguments, says, capsys):
    assert main(arguments) == 2
    assert says in capsys.readouterr().err


def test_no_year_of_a_day_is_compared_in_the_way_that_takes_long_to_plan():
    """DuckDB takes 1.2 ms to plan `year(day) = 2024`, and nothing for `date_part('year', day) = 2024`."""
    slow = re.compile(r"\byear\([^()]+\)\s*(=|<|>|between\b)")
    assert slow.search("where year(goods.month) between $from and $to")
    assert [name for name in queries.names() if slow.search(queries.describe(name).sql)] == []


def test_the_headline_of_a_span_is_that_of_its_last_year():
    for first, last in ((1995, 2001), (2010, 2024)):
        row = queries.ask("trade_summary", **{"from": first, "to": last}).frame.iloc[0]
        year = queries.ask("trade_balance", **{"from": last, "to": last}).frame.iloc[0]
        assert (row["year"], row["imports_cad_m"], row["exports_cad_m"]) == (
            last,
            year["imports_cad_m"],
            year["exports_cad_m"],
        )
