"""Mexico's increase of January 2026: groups of goods, and Canada's sales under their codes."""

import pytest

import queries
from tests.visits import html, visit


def test_no_code_stands_under_two_groups():
    codes = list(queries.table("mexico_increase").frame["hs_code"])
    assert len(codes) == len(set(codes))
    assert not [(a, b) for a in codes for b in codes if a != b and b.startswith(a)], "a sale would count twice"


def test_sales_are_those_mexico_recorded_under_the_codes():
    found = queries.ask("mexico_increase").frame.set_index("increase_group")
    trade = queries.table("mexico_goods_by_hs").frame
    of_2020 = trade[(trade["hs_level"] == "HS4") & (trade["flow"] == "imports") & (trade["year"] == 2020)]
    of_2020 = of_2020.set_index("hs_code")["value_usd_m"]
    assert found.loc["auto_parts", "imports_usd_m"] == pytest.approx(of_2020["8708"])
    steel = of_2020[of_2020.index.str[:2].isin(["72", "73"])].sum()
    assert found.loc["steel", "imports_usd_m"] == pytest.approx(steel)
    assert found["imports_usd_m"].sum() == pytest.approx(found["all_groups_usd_m"].iloc[0])
    assert found.loc["motorcycles"].isna()["imports_usd_m"], "what is not in the figures is not nil"


def test_the_page_says_what_it_means_for_canada():
    page = html(visit("tariffs", "en", view="increase"))
    assert "Mexico’s raised tariffs spare Canada: US$3.0\xa0bn of sales" in page
    assert "No figure for Household appliances; Motorcycles." in page
    assert "pay nothing more; those that do not prove it pay the raised rate" in page
