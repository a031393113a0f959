"""Measures of months, partners and both books, worked out a second time from the tables with pandas."""

from pathlib import Path

import pandas as pd
import pytest

import queries

TABLES = Path(__file__).resolve().parents[1] / "data" / "tables"
FLOWS = ("imports", "exports")


def table(name):
    return pd.read_parquet(TABLES / f"{name}.parquet")


def by_month(name, **wanted):
    frame = table(name)
    for column, value in wanted.items():
        frame = frame[frame[column] == value]
    return frame.assign(month=pd.to_datetime(frame["month"])).set_index("month").sort_index()


def close(one, other):
    pd.testing.assert_series_equal(
        one, other, check_names=False, check_dtype=False, check_freq=False, check_index_type=False, rtol=1e-9
    )


@pytest.fixture(scope="module")
def prices():
    return by_month("consumer_prices")["consumer_price_index"]


@pytest.mark.parametrize("flow", FLOWS)
def test_months_in_all_measures(flow, prices):
    answer = queries.ask("measured_months", base=2019).frame.set_index("month")
    goods = by_month("goods_with_mexico_monthly")[f"{flow}_cad_m"]
    world = by_month("goods_trade_adjusted", partner="WLD")[f"{flow}_cad_m"].reindex(goods.index)
    constant = goods * prices[prices.index.year == 2019].mean() / prices.reindex(goods.index)
    close(answer[f"{flow}_constant_cad_m"], constant)
    close(answer[f"{flow}_12_months_constant_cad_m"], constant.rolling(12).sum())
    close(answer[f"{flow}_of_total_pct"], 100 * goods.rolling(12).sum() / world.rolling(12).sum())
    close(answer[f"{flow}_index"], 100 * goods / goods[goods.index.year == 2019].mean())


@pytest.mark.parametrize("flow", FLOWS)
def test_months_of_mexico(flow):
    answer = queries.ask("mexico_trade_monthly", base=2019).frame.set_index("month")
    goods = by_month("mexico_trade_monthly", partner="CAN")[f"{flow}_usd_m"]
    close(answer[f"{flow}_12_months_usd_m"], goods.rolling(12).sum())
    close(answer[f"{flow}_change_pct"], 100 * goods.pct_change(12))
    close(answer[f"{flow}_index"], 100 * goods / goods[goods.index.year == 2019].mean())


def test_a_part_of_a_year_is_held_against_the_same_months_of_the_base_year(prices):
    span = {"first_month": "2026-01", "last_month": "2026-04"}
    answer = queries.ask("partner_rank", rank="exports", base=2025, **span).frame.set_index("partner")
    goods = by_month("goods_trade_monthly")
    goods = goods[goods["partner"] != "CAN"]
    then, now = goods.loc["2025-01":"2025-04"], goods.loc["2026-01":"2026-04"]
    sums = now.groupby("partner")["exports_cad_m"].sum()
    assert answer.loc["MEX", "ranked_index"] == pytest.approx(
        100 * sums["MEX"] / then.loc[then["partner"] == "MEX", "exports_cad_m"].sum()
    )
    assert answer.loc["MEX", "ranked_share_pct"] == pytest.approx(100 * sums["MEX"] / sums.sum())
    mexico = now.loc[now["partner"] == "MEX", "exports_cad_m"]
    worth = prices[prices.index.year == 2025].mean() / prices.reindex(mexico.index)
    assert answer.loc["MEX", "ranked_constant_cad_m"] == pytest.approx((mexico * worth).sum())


def test_each_book_is_held_against_all_that_its_country_buys_or_sells():
    answer = queries.ask("measured_ledgers").frame.set_index(["flow", "year"])
    goods = table("goods_trade_annual").set_index(["reporter", "flow", "year"])
    mexico = table("mexico_trade_by_partner").query("partner == 'WLD'").set_index("year")
    canada = by_month("goods_trade_adjusted", partner="WLD")
    bought = canada.loc["2019", "imports_cad_m"].sum()
    row = answer.loc[("imports", 2019)]
    assert row["importer_share_pct"] == pytest.approx(100 * goods.loc[("CAN", "imports", 2019), "value_cad_m"] / bought)
    sold = goods.loc[("MEX", "exports", 2019), "value_usd_m"]
    assert row["exporter_share_pct"] == pytest.approx(100 * sold / mexico.loc[2019, "exports_usd_m"])
    assert pd.isna(answer.loc[("imports", 2025), "exporter_share_pct"])
