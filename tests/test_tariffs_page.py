"""The tariff page: what its sentences say on a day, under a filter and in a what-if."""

import json

import pytest

from tests.visits import charts, html, notices, visit


def test_the_articles_date_as_it_stood():
    page = html(visit("tariffs", "en", date="2025-09-18"))
    assert "<strong>6.6%</strong> of value on Canadian goods and <strong>6.8%</strong>" in page
    assert "18.5%" in page
    assert "23.2%" in page
    lapsed = html(visit("tariffs", "en", date="2025-09-18", cusma="lapsed"))
    assert "<strong>28.0%</strong> on Canadian goods instead of 6.6%" in lapsed
    assert "<strong>29.1%</strong> on Mexican goods instead of 6.8%" in lapsed


@pytest.mark.parametrize(("date", "said"), [("2026-02-19", 0), ("2026-02-20", 1), ("2026-02-23", 1), ("2026-02-24", 0)])
def test_collection_went_on_after_the_orders_were_struck_down(date, said):
    remarks = [caption.value for caption in visit("tariffs", "en", date=date).caption]
    assert sum("Fentanyl orders, Reciprocal. In law they ended on 19 February 2026" in r for r in remarks) == said


def test_what_leaves_the_chart_is_named_for_every_line():
    said = html(visit("tariffs", "en", view="time"))
    assert "Off the chart: Canada, 20.3% from 4 March 2025 to 6 March 2025." in said
    assert "Off the chart: Mexico, 25.2% from" in said


def test_a_day_outside_the_rules_is_answered_with_their_span():
    said = " ".join(notices(visit("tariffs", "en", date="1990-01-01")))
    assert "1 January 1990 lies outside 1 January 2025 to 1 January 2028" in said
    assert "“soon” is not known" in " ".join(notices(visit("tariffs", "en", date="soon")))


def test_the_clock_stays_on_the_history_and_a_programme_is_one_segment():
    ranking, history = (json.loads(chart.proto.spec) for chart in charts(visit("tariffs", "en", date="2028-01-01"))[:2])
    domains = [
        layer["encoding"]["x"]["scale"]["domain"] for layer in history["layer"] if "scale" in layer["encoding"]["x"]
    ]
    assert {tuple(domain) for domain in domains} == {("2025-01-01", "2028-01-01")}
    assert all(
        tip.get("aggregate") == "sum"
        for tip in ranking["layer"][0]["encoding"]["tooltip"]
        if tip["type"] == "quantitative"
    )


def test_a_parameter_given_twice_keeps_both():
    page = html(visit("tariffs", "fr", date="2025-09-18", override=["US-232-STEEL:0", "US-232-AUTOS:5"]))
    assert "(US-232-STEEL) à 0\xa0%; " in page
    assert "(US-232-AUTOS) à 5\xa0%" in page


@pytest.mark.parametrize("view", ["time", "sectors", "coverage"])
def test_every_tariff_figure_says_which_filter_is_on(view):
    page = html(visit("tariffs", "en", date="2025-09-18", sector="12", authority="s232", view=view))
    said = "Only: Motor vehicles and parts. Base duty and only: Section 232 (national security)."
    assert page.count(said) == 3, "the answer, the ranking and the view"
    assert "6.6%</strong> of value on Canadian goods" not in page
    assert "18.5%" not in page


def test_the_assumption_on_medicines_stands_where_they_are_charged():
    def remarks(**params):
        return " ".join(caption.value for caption in visit("tariffs", "en", **params).caption)

    said = "48% stands for the 100% cited"
    assert remarks(date="2026-09-28", view="sectors").count(said) == 0
    assert remarks(date="2026-10-01").count(said) == 1
    assert remarks(date="2026-10-01", view="sectors", partner="GBR").count(said) == 2
    assert said in html(visit("tariffs", "en", date="2026-10-01", view="product", partner="GBR", product="3002150011"))


def test_a_supposed_rate_is_read_from_the_address():
    page = html(visit("tariffs", "en", date="2025-09-18", override="US-232-STEEL:0"))
    assert "Steel (US-232-STEEL) at 0%" in page
    assert "instead of 6.6%" in page
