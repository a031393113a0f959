"""Does the next table go on from the one in force? What is lost is found, whatever else has grown."""

import pandas as pd
import pytest

from data.sources import continuity

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
        return continuity.failures(name, *paths)

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


def test_few_products_may_go_and_many_may_not(found):
    assert found("goods_by_product_annual", PRODUCTS, PRODUCTS.iloc[:-3]) == []
    (sentence,) = found("goods_by_product_annual", PRODUCTS, PRODUCTS.iloc[:-4])
    assert sentence.startswith("4 of 150 rows are gone, the first is imports, MEX, 87032300")


def test_a_fall_is_as_large_as_the_rise_that_makes_it_good(found):
    fallen = POSITIONS.assign(position_cad_m=70.0)
    (sentence, _) = found("direct_investment", POSITIONS, fallen)
    assert "(inward) leaps from 100.0 to 70.0 in 2024, beyond 30 %" in sentence
    assert found("direct_investment", POSITIONS, POSITIONS.assign(position_cad_m=78.0)) == []


def test_products_of_a_running_year_are_compared_by_month(found):
    later = PRODUCTS["year"] == 2026
    after = PRODUCTS.assign(
        months_covered=PRODUCTS["months_covered"].mask(later, 9), value_cad_m=PRODUCTS["value_cad_m"].mask(later, 90.0)
    )
    assert found("goods_by_product_annual", PRODUCTS, after) == []
    leapt = PRODUCTS.assign(value_cad_m=PRODUCTS["value_cad_m"].mask(later, 90.0))
    (sentence,) = found("goods_by_product_annual", PRODUCTS, leapt)
    assert "(imports) leaps from 500.0 to 1,500.0 in 2026, beyond 60 %" in sentence
