"""A figure that its publisher has withdrawn is in no table: neither as it was, nor as an older release had it."""

import duckdb
import pandas as pd
import pytest

import queries
from data import build, vintages

PRINTED, LATER = "2026-11-04", "2026-12-04"


def figure(series, country, period, value, published_on=PRINTED, item=""):
    return {
        "series": series,
        "item": item,
        "country": country,
        "period": period,
        "value": value,
        "status": "" if value is not None else vintages.WITHDRAWN,
        "published_on": published_on,
        "retrieved": f"{published_on} 12:00:00",
    }


@pytest.fixture
def table(tmp_path):
    """A table built with these versions of a source's figures."""

    def made(name, source, figures):
        (tmp_path / "figures").mkdir(exist_ok=True)
        frame = pd.DataFrame(figures, columns=list(vintages.COLUMNS))
        vintages.write(frame, tmp_path / "figures" / f"{source}.parquet")
        (path,) = build.build([name], into=tmp_path, figures=tmp_path / "figures")
        return pd.read_parquet(path)

    return made


def without(change):
    """The same versions before and after the last ones came."""
    return [version for version in change if version["published_on"] == PRINTED]


@pytest.mark.parametrize(
    ("name", "source", "series", "column", "left"),
    [
        # The row of a month of visas holds applications, too, which stay.
        ("visitor_visas", "ircc_visas", "visas", "visas", [None]),
        ("mexico_permits_monthly", "ircc_work_tfwp", "tfwp", "persons", []),
    ],
)
def test_a_month_that_came_with_the_site_does_not_come_back(table, name, source, series, column, left):
    versions = [figure(series, "MEX", "2024-04-01", 111.0), figure(series, "MEX", "2024-04-01", None, LATER)]

    def month(figures):
        frame = table(name, source, figures)
        wanted = frame["stream"] == series if "stream" in frame else True
        cells = frame.loc[(frame["month"] == pd.Timestamp("2024-04-01").date()) & wanted, column]
        return [None if pd.isna(cell) else cell for cell in cells]

    assert month([]) not in ([], [111.0])
    assert month(without(versions)) == [111.0]
    assert month(versions) == left


def test_a_year_of_claims_that_lost_a_month_is_no_year(table):
    months = [f"2022-{month:02}-01" for month in range(1, 13)]
    versions = [figure("asylum", "MEX", month, 100.0, item="Ontario") for month in months]
    versions.append(figure("asylum", "MEX", "2022-07-01", None, LATER, "Ontario"))

    def claims(figures):
        frame = table("asylum_claims", "ircc_asylum", figures)
        is_it = (frame["publisher"] == "IRCC") & (frame["country"] == "MEX") & (frame["year"] == 2022)
        return frame.loc[is_it, "claims"].tolist()

    assert claims([]) not in ([], [1200])
    assert claims(without(versions)) == [1200]
    assert claims(versions) == []


def test_all_claims_without_the_other_countries_are_no_total(table):
    months = [f"2022-{month:02}-01" for month in range(1, 13)]
    printed = [
        figure("asylum", country, month, value, item="Ontario")
        for country, value in (("MEX", 100.0), ("XXX", 900.0))
        for month in months
    ]
    gone = [figure("asylum", "XXX", month, None, LATER, "Ontario") for month in months]

    def claims(figures):
        frame = table("asylum_claims", "ircc_asylum", figures)
        year = frame[(frame["publisher"] == "IRCC") & (frame["year"] == 2022) & frame["country"].isin(["MEX", "WLD"])]
        return dict(zip(year["country"], year["claims"], strict=True))

    assert claims(printed) == {"MEX": 1200, "WLD": 12_000}
    assert claims([*printed, *gone]) == {"MEX": 1200}
    assert claims([*printed, *gone[:1]]) == {"MEX": 1200}


def test_a_month_of_trade_that_lost_one_flow_does_not_come_back(table):
    held = [figure(series, "MEX", "2024-12-01", 1_000e6) for series in ("imports", "total_exports")]
    lost = figure("total_exports", "MEX", "2024-12-01", None, LATER)
    month = pd.Timestamp("2024-12-01").date()
    for figures, partners in (([], 200), (held, 1), ([*held, lost], 0)):
        frame = table("goods_trade_monthly", "cimt", figures)
        assert (frame["month"] == month).sum() >= partners
        assert not figures or (frame["month"] == month).sum() == partners


def test_a_month_of_trade_and_its_year_do_not_come_back(table):
    held = [
        figure(series, "MEX", f"2024-{month:02}-01", 1_000e6)
        for series in ("imports", "total_exports")
        for month in range(1, 13)
    ]
    later = [figure(series, "MEX", "2024-12-01", None, LATER) for series in ("imports", "total_exports")]

    def counts(figures):
        months, years = (table(name, "cimt", figures) for name in ("goods_trade_monthly", "goods_trade_annual"))
        in_year = months["month"].astype(str).str.startswith("2024") & (months["partner"] == "MEX")
        is_year = (years["reporter"] == "CAN") & (years["year"] == 2024)
        return sorted(months.loc[in_year, "imports_cad_m"]), sorted(years.loc[is_year, "value_cad_m"])

    assert counts([]) != counts(held)
    assert counts(held) == ([1_000.0] * 12, [12_000.0, 12_000.0])
    assert counts([*held, *later]) == ([1_000.0] * 11, [])


def test_a_year_of_study_permits_that_was_withdrawn_does_not_come_back(table):
    held = [figure("flow", country, "2022-01-01", 500.0) for country in ("MEX", "WLD")]
    held += [figure("months_covered", "WLD", "2022-01-01", 12.0), figure("flow", "MEX", "2022-01-01", None, LATER)]
    frame = table("study_permits", "ircc_study_totals", held)
    flow = frame[(frame["measure"] == "flow") & (frame["year"] == 2022)]
    assert flow["country"].tolist() == ["WLD"]


def test_a_month_of_the_payments_basis_that_was_withdrawn_has_no_value(table):
    series = "imports_payments_adjusted"
    held = [
        figure(series, "MEX", "2026-09-01", 4_000e6),
        figure(series, "MEX", "2026-09-01", None, LATER),
        figure(series, "USA", "2026-09-01", None, LATER),
    ]
    frame = table("bop_trade_monthly", "statcan_goods", held)
    month = frame[frame["month"] == pd.Timestamp("2026-09-01").date()]
    assert month[["partner", "release_state"]].to_numpy().tolist() == [["MEX", "first"], ["MEX", "withdrawn"]]
    assert month["value_cad_m"].tolist()[0] == 4_000
    assert month["value_cad_m"].isna().tolist() == [False, True]
    sql = queries.describe("customs_and_payments").sql
    with duckdb.connect() as connection:
        customs = pd.DataFrame({"month": month["month"].iloc[:1], "imports_cad_m": 5_000.0, "exports_cad_m": 900.0})
        connection.register("goods_with_mexico_monthly", customs)
        for printed, rows in ((month.iloc[:1], 1), (month, 0)):
            connection.register("bop_trade_monthly", printed)
            assert len(connection.execute(sql, {"flow": "both"}).df()) == rows
