"""Exposure: the share that pays, and the bill beside exports and output."""

import pytest

import queries
from tests.visits import html, visit


def asked(**params):
    return queries.ask("exposure", **{"date": "2025-09-18", "partner": ["CAN", "MEX"], **params}).frame


def test_each_bill_stands_over_its_own_denominator():
    found = asked().set_index("partner")
    for partner, exports, gdp in (("CAN", 780_854.1 / 1.3699, 2_319_900), ("MEX", 617_099.6, 1_832_641)):
        row = found.loc[partner]
        assert row["exports_usd_m"] == pytest.approx(exports, rel=1e-4)
        assert row["gdp_usd_m"] == pytest.approx(gdp, rel=1e-4)
        assert row["duty_of_exports_pct"] == pytest.approx(100 * row["duty_usd_m"] / exports, rel=1e-4)
        assert row["duty_of_gdp_pct"] == pytest.approx(100 * row["duty_usd_m"] / gdp, rel=1e-4)


def test_rate_bill_and_share_are_those_of_the_other_queries():
    found = asked().set_index("partner")
    rates = queries.ask("tariff_rate", date="2025-09-18", partner=["CAN", "MEX"]).frame.set_index("partner")
    coverage = queries.ask("tariff_coverage", date="2025-09-18", partner=["CAN", "MEX"]).frame.set_index("partner")
    for partner in ("CAN", "MEX"):
        assert found.loc[partner, "duty_usd_m"] == pytest.approx(rates.loc[partner, "duty_usd_m"])
        assert found.loc[partner, "effective_rate_pct"] == pytest.approx(rates.loc[partner, "effective_rate_pct"])
        assert found.loc[partner, "dutiable_pct"] == pytest.approx(coverage.loc[partner, "dutiable_pct"])


def test_sectors_add_up_to_their_country():
    whole = asked().set_index("partner")
    parts = asked(by="sector").groupby("partner")[["duty_usd_m", "imports_usd_m", "duty_of_gdp_pct"]].sum()
    for column in parts.columns:
        assert parts[column].to_dict() == pytest.approx(whole[column].to_dict())


def test_what_has_no_source_stays_empty_and_is_named():
    found = asked(partner=["EUU", "VNM"]).set_index("partner")
    assert found.loc["EUU", ["exports_usd_m", "us_share_pct", "duty_of_gdp_pct"]].isna().all()
    assert found.loc["VNM", "duty_of_gdp_pct"] > 1
    page = html(visit("tariffs", "en", view="exposure", date="2025-09-18", partner="VNM"))
    assert "The U.S. duty bill is 1.1% of Canada’s GDP and 1.8% of Mexico’s" in page
    assert "No GDP at hand: European Union, Taiwan." in page
    assert "The bill is 4.5% of its exports to all countries (2024) and 1.11% of its GDP (2025)." in page
    assert "a year. The bill is 4.9" in page, "a country without exports at hand still has its sentence"
