"""Does the next table go on from the one in force? What is lost is found, whatever else has grown."""

import pandas as pd
import pytest

from data.refresh import continuity

COUNTRIES = ["WLD", "USA", "MEX", "GBR", "FRA"]
POSITIONS = pd.DataFrame(
    [
        {"direction": direction, "country": country, "year": year, "series": "statcan_table", "position_cad_m": 100.0}
        for direction in ("inward", "outward")
        for country in COUNTRIES
        for year in range(2010, 2025)
    ]
)
PRODUCTS = pd.DataFrame(
    [
        {
            "figure_kind": "imports",
            "partner": "MEX",
            "hs_code": f"87032300{n:02}",
            "year": year,
            "months_covered": months,
            "value_cad_m": 10.0 * months,
        }
        for n in range(50)
        for year, months in ((2024, 12), (2025, 12), (2026, 3))
    ]
)


@pytest.fixture
def found(tmp_path):
    def compare(name, before, after):
        paths = tmp_path / "before.parquet", tmp_path / "after.parquet"
        for frame, path in zip((before, after), paths, strict=True):
            frame.to_parquet(path)
        return [sentence for _, sentence in continuity.failures(name, *paths)]

    return compare


def test_a_table_that_goes_on_is_let_through(found):
    newer = POSITIONS.assign(year=POSITIONS["year"] + 1)
    assert found("direct_investment", POSITIONS, pd.concat([POSITIONS, newer]).drop_duplicates()) == []


def test_a_country_that_is_gone_is_missed_however_many_came(found):
    others = pd.concat([POSITIONS.assign(country=name) for name in ("JPN", "DEU", "BRA")])
    after = pd.concat([POSITIONS[POSITIONS["country"] != "MEX"], others[others["country"] != "WLD"]])
    first, second = found("direct_investment", POSITIONS, after)
    assert first == "nothing is left of inward MEX, outward MEX"
    assert second == "30 of 150 rows are gone, the first is inward, MEX, 2010"


def test_one_direction_of_a_country_is_missed_too(found):
    is_gone = (POSITIONS["country"] == "MEX") & (POSITIONS["direction"] == "outward")
    assert "nothing is left of outward MEX" in found("direct_investment", POSITIONS, POSITIONS[~is_gone])


def test_a_year_that_is_gone_is_missed(found):
    assert "the years 2012 are lost" in found("direct_investment", POSITIONS, POSITIONS[POSITIONS["year"] != 2012])


def test_another_release_may_take_the_place_of_a_quoted_figure(found):
    quoted = POSITIONS.assign(series="quoted")
    assert found("direct_investment", quoted, POSITIONS) == []


def test_the_countries_a_file_names_may_change_but_not_mexico(found):
    claims = pd.DataFrame(
        [
            {"publisher": "IRCC", "country": country, "year": year, "claims": 100.0}
            for country in ("WLD", "MEX", "GHA")
            for year in (2023, 2024)
        ]
    )
    assert found("asylum_claims", claims, claims.replace({"country": {"GHA": "KEN"}})) == []
    assert "nothing is left of IRCC MEX" in found("asylum_claims", claims, claims[claims["country"] != "MEX"])
    one = claims[(claims["country"] != "MEX") | (claims["year"] != 2023)]
    assert found("asylum_claims", claims, one) == ["1 of 6 rows are gone, the first is IRCC, MEX, 2023"]


def test_few_products_may_go_and_many_may_not(found):
    assert found("goods_by_product_annual", PRODUCTS, PRODUCTS.iloc[:-3]) == []
    (sentence,) = found("goods_by_product_annual", PRODUCTS, PRODUCTS.iloc[:-4])
    assert sentence.startswith("4 of 150 rows are gone, the first is imports, MEX, 87032300")


def test_a_fall_has_a_bound_too(found):
    fallen = POSITIONS.assign(position_cad_m=69.0)
    (sentence,) = found("direct_investment", POSITIONS, fallen)
    assert sentence.count("leaps from") == 2, "both directions in one sentence"
    assert "(inward) leaps from 100.0 to 69.0 in 2024, beyond 30 %" in sentence
    assert found("direct_investment", POSITIONS, POSITIONS.assign(position_cad_m=71.0)) == []


def test_a_fall_may_be_bounded_otherwise_than_a_rise(found):
    months = pd.DataFrame({"month": [pd.Timestamp("2025-04-01").date()], "visas": [14_705.0]})
    assert found("visitor_visas", months, months.assign(visas=2_515.0)) == []
    assert "beyond 90 %" in found("visitor_visas", months, months.assign(visas=1_000.0))[0]
    many = pd.DataFrame({"month": [pd.Timestamp(2025, month, 1).date() for month in range(1, 6)], "visas": 100.0})
    assert found("visitor_visas", many, many.assign(visas=1.0))[0].endswith("and 3 more of this kind")
    assert "beyond 200 %" in found("visitor_visas", months, months.assign(visas=50_000.0))[0]


def test_products_of_a_running_year_are_compared_by_month(found):
    later = PRODUCTS["year"] == 2026
    after = PRODUCTS.assign(
        months_covered=PRODUCTS["months_covered"].mask(later, 9), value_cad_m=PRODUCTS["value_cad_m"].mask(later, 90.0)
    )
    assert found("goods_by_product_annual", PRODUCTS, after) == []
    leapt = PRODUCTS.assign(value_cad_m=PRODUCTS["value_cad_m"].mask(later, 90.0))
    (sentence,) = found("goods_by_product_annual", PRODUCTS, leapt)
    assert "(imports) leaps from 500.0 to 1,500.0 in 2026, beyond 60 %" in sentence
