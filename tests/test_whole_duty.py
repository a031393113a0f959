"""The whole duty on a product and the rates of countries with anti-dumping and countervailing duties."""

import pytest

import queries
from tests.visits import html, visit

LUMBER = {"view": "product", "product": "4407", "hs10": "4407130000", "date": "2026-08-24"}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            "Canada 45.16%, Mexico 10.00% on 24 August 2026|duties of 35.16% on softwood lumber|from 36.47% (West Fraser) to 57.59% (Canfor)",
        ),
        (
            "fr",
            "Canada 45,16\xa0%, Mexique 10,00\xa0% le 24 août 2026|compensateurs de 35,16\xa0%|de 36,47\xa0% (West Fraser) à 57,59\xa0% (Canfor)",
        ),
        (
            "es",
            "Canadá 45.16\xa0%, México 10.00\xa0%|4407130000, 24 de agosto de 2026: |de 35.16\xa0%|de 36.47\xa0% (West Fraser) a 57.59\xa0% (Canfor)",
        ),
    ],
)
def test_a_product_is_answered_with_its_whole_duty(language, said):
    page = html(visit("tariffs", language, **LUMBER))
    for part in said.split("|"):
        assert part in page
    assert "AR6 amended final" in page, "the notice of each rate is cited"
    lede = page.partition('<p class="answer">')[2].partition("</p>")[0]
    assert said.partition("|")[0].split(" on ")[0].split(" le ")[0].split(" el ")[0] in lede


@pytest.mark.parametrize("name", ["whole_duty", "tariff_why"])
def test_a_citation_stands_by_itself_where_a_measure_has_several(name):
    for hs10 in ("7210490091", "7604291010", "8544429090", "7610100010"):
        cited = queries.ask(name, hs10=hs10, date="2026-10-02", partner=["CAN", "GBR"]).frame["citation"].dropna()
        assert not cited.str.startswith("same").any()


def test_what_is_not_known_of_a_product_is_said():
    def said(**params):
        return html(visit("tariffs", "en", view="product", date="2026-08-24", **params))

    assert "at least 50.00%" in said(product="7210490091")
    assert "case on corrosion-resistant steel is known" in said(product="7210490091")
    assert "No anti-dumping or countervailing order is known" in said(product="2709")
    assert "duties on goods from China are not in these data" in said(partner="CHN", product="8517")


def test_rates_say_what_they_become_with_antidumping_duties():
    def said(**params):
        return " ".join(caption.value for caption in visit("tariffs", "en", **params).caption)

    assert "With them: Canada 7.1%, Mexico 6.9%" in said(date="2025-09-18")
    lumber_only = said(date="2025-03-01")
    assert "softwood lumber from Canada" in lumber_only
    assert "tomatoes" not in lumber_only
    assert "With them" not in said(date="2025-09-18", sector="12")
    assert "With them" not in said(date="2025-09-18", authority="s232")


def by_company(column, **params):
    frame = queries.ask("whole_duty", **{"partner": ["CAN"], "hs10": "4407130000", **params}).frame
    return frame.drop_duplicates("company").set_index("company")[column]


def test_the_whole_is_the_sum_of_its_parts():
    frame = queries.ask("whole_duty", date="2026-07-15", partner=["CAN"], hs10="4407130000").frame
    sums = frame.groupby("company")["effective_rate_pct"].sum()
    known = frame.dropna(subset=["whole_duty_pct"]).drop_duplicates("company").set_index("company")["whole_duty_pct"]
    assert set(known.index) == {"most", "canfor", "west_fraser"}
    assert (known - sums[known.index]).abs().max() < 1e-9


def test_rates_hold_from_their_own_day():
    for day, rate in {
        "2025-07-28": 7.66 + 6.74,
        "2025-07-29": 20.56 + 6.74,
        "2025-08-11": 20.56 + 6.74,
        "2025-08-12": 20.56 + 14.63,
        "2025-09-10": 20.56 + 14.63,
        "2025-09-11": 20.53 + 14.63,
    }.items():
        assert by_company("remedies_pct", date=day)["most"] == pytest.approx(rate), day
    tomatoes = {"partner": ["MEX"], "hs10": "0702002066"}
    assert by_company("remedies_pct", date="2025-07-13", **tomatoes)["all"] == 0
    assert by_company("remedies_pct", date="2025-07-14", **tomatoes)["most"] == 17.09


def test_no_whole_without_all_rates_of_a_company():
    found = by_company("whole_duty_pct", date="2025-07-30")
    assert found[["canfor", "west_fraser"]].isna().all(), "their countervailing rates of that day are not at hand"
    assert by_company("whole_duty_pct", hs10="7210490091").isna().all(), "an order without rates leaves the whole open"


def test_a_country_pays_the_remedies_on_their_goods_only():
    found = queries.ask("tariff_with_remedies", date="2026-07-15").frame.set_index("partner")
    lumber = queries.ask("tariff_by_product", date="2026-07-15", partner=["CAN"], hs="4407", top=1000).frame
    softwood = lumber[lumber["hs10"].str[:6].isin(["440711", "440712", "440713", "440714", "440719"])]
    assert softwood["imports_usd_m"].sum() < found.loc["CAN", "remedy_imports_usd_m"] < 5500
    assert found.loc["CAN", "remedy_duty_usd_m"] == pytest.approx(
        0.3516 * found.loc["CAN", "remedy_imports_usd_m"], rel=1e-9
    )
    assert found.loc["MEX", "remedy_duty_usd_m"] == pytest.approx(
        0.1709 * found.loc["MEX", "remedy_imports_usd_m"], rel=1e-9
    )
