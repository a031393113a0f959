"""The tariff page: what its sentences say on a day, under a filter and in a what-if."""

import json

import pytest

from tests.seen.charts import frames
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
    assert (
        sum(
            "Fentanyl orders; Orders on Brazil and Russian oil; Reciprocal. In law they ended on 19 February 2026" in r
            for r in remarks
        )
        == said
    )


DRAWN = ["tariff-moments", "tariff-ranking", "tariff-history"]


def drawn(key, **params):
    """The specification and the rows of one chart of the page."""
    chart = charts(visit("tariffs", "en", **params))[DRAWN.index(key)]
    spec = json.loads(chart.proto.spec)
    return spec, frames(chart.proto, spec)["source"]


def test_the_peak_of_march_is_on_the_history_whole_and_named():
    spec, rows = drawn("tariff-history", view="time")
    tops = {
        layer["encoding"]["y"]["scale"]["domain"][1]
        for layer in spec["layer"]
        if "scale" in layer.get("encoding", {}).get("y", {})
    }
    assert min(tops) > rows["effective_rate_pct"].max() > 25
    assert set(rows["peak"]) == {"", "Canada 20.3% · 4 March 2025", "Mexico 25.2% · 4 March 2025"}


def test_the_first_picture_holds_both_countries_at_four_moments():
    _, rows = drawn("tariff-moments", date="2025-09-18")
    assert list(dict.fromkeys(rows["tariff_moment"])) == ["before", "peak", "day", "lapsed"]
    written = rows.groupby("partner")["written"].agg(list)
    assert written["CAN"] == ["0.1%", "20.3%", "6.6%", "28.0%"]
    assert written["MEX"] == ["0.2%", "25.2%", "6.8%", "29.1%"]
    assert list(rows["side"]) == ["low", "high"] * 4


def test_a_what_if_stands_beside_the_law():
    _, rows = drawn("tariff-moments", date="2025-09-18", cusma="lapsed")
    assert list(dict.fromkeys(rows["tariff_moment"])) == ["before", "peak", "day", "supposed"]
    assert rows.loc[rows["is_main"], "label"].unique() == ["What if: CUSMA lapses"]
    _, rows = drawn("tariff-ranking", date="2025-09-18", cusma="lapsed", country="CAN,CHN")
    assert set(rows.loc[rows["is_changed"], "partner"]) == {"CAN"}
    assert "Canada · 6.6% → 28.0% · " in rows.loc[rows["partner"] == "CAN", "label"].iloc[0]


def test_closed_panels_build_nothing():
    """What they hold in the address counts all the same."""
    link = {"date": "2025-09-18", "sector": "12", "override": "US-232-STEEL:0"}
    closed, opened = visit("tariffs", "en", **link), visit("tariffs", "en", **link, what_if="1")
    assert len(closed.multiselect) == 0
    assert [len(closed.selectbox), len(closed.number_input)] == [1, 0]
    assert len(opened.multiselect) == 1
    assert len(opened.number_input) == 1
    assert "Steel at 0%" in html(closed)
    assert "Only: Motor vehicles and parts." in html(closed)


def test_a_day_outside_the_rules_is_answered_with_their_span():
    said = " ".join(notices(visit("tariffs", "en", date="1990-01-01")))
    assert "1 January 1990 lies outside 1 January 2025 to 1 January 2028" in said
    assert "“soon” is not known" in " ".join(notices(visit("tariffs", "en", date="soon")))


def test_the_clock_stays_on_the_history():
    history, rows = drawn("tariff-history", date="2028-01-01")
    domains = [
        layer["encoding"]["x"]["scale"]["domain"]
        for layer in history["layer"]
        if "scale" in layer.get("encoding", {}).get("x", {})
    ]
    assert {first for first, _ in domains} == {"2025-01-01"}
    assert {last > "2028-01-01" for _, last in domains} == {True}
    assert str(rows["date"].max().date()) == "2028-01-01"


def test_a_parameter_given_twice_keeps_both():
    page = html(visit("tariffs", "fr", date="2025-09-18", override=["US-232-STEEL:0", "US-232-AUTOS:5"]))
    assert "Acier à 0\xa0%; " in page
    assert "Automobiles à 5\xa0%" in page


@pytest.mark.parametrize("view", ["time", "sectors", "coverage"])
def test_every_tariff_figure_says_which_filter_is_on(view):
    page = html(visit("tariffs", "en", date="2025-09-18", sector="12", authority="s232", view=view))
    said = "Only: Motor vehicles and parts. Base duty and only: Section 232 (national security)."
    assert page.count(said) == 4, "the answer, the first picture, the ranking and the view"
    assert "6.6%</strong> of value on Canadian goods" not in page
    assert "18.5%" not in page


def test_the_assumption_on_medicines_stands_where_they_are_charged():
    def remarks(**params):
        return " ".join(caption.value for caption in visit("tariffs", "en", **params).caption)

    said = "48% stands for the 100% cited"
    assert remarks(date="2026-09-28", view="sectors").count(said) == 0
    assert remarks(date="2026-10-01").count(said) == 1
    assert remarks(date="2026-10-01", view="sectors", partner="VNM").count(said) == 2
    assert said in html(visit("tariffs", "en", date="2026-10-01", view="product", partner="IND", product="3002150011"))


def test_a_supposed_rate_is_read_from_the_address():
    page = html(visit("tariffs", "en", date="2025-09-18", override="US-232-STEEL:0"))
    assert "Steel at 0%" in page
    assert "instead of 6.6%" in page


@pytest.mark.parametrize(("rate", "said"), [("10.5", "10.5%"), ("10", "10%"), ("7.25", "7.25%")])
def test_a_supposed_rate_is_written_as_it_is_applied(rate, said):
    assert f"Steel at {said}" in html(visit("tariffs", "en", date="2025-09-18", override=f"US-232-STEEL:{rate}"))


def test_the_band_holds_the_law_whatever_is_supposed():
    law, supposed = (
        html(visit("tariffs", "en", date="2025-10-17", view="band", **more)) for more in ({}, {"cusma": "lapsed"})
    )
    said = "Canada: between 6.8% and 11.0%, by 3 estimates"
    assert said in law
    assert said in supposed
    assert "The what-if is not drawn here: this is the law." in supposed


def test_measures_in_force_are_those_of_the_day():
    page = html(visit("tariffs", "en", date="2025-02-10", view="measures"))
    assert "9 measures are in force on 10 February 2025" in page
    assert "paused: 3" in page


@pytest.mark.parametrize(("date", "said"), [("2025-08-20", 2), ("2025-09-20", 1), ("2026-01-10", 0)])
def test_days_on_which_something_else_was_collected_are_marked(date, said):
    remarks = " ".join(caption.value for caption in visit("tariffs", "en", date=date).caption)
    assert remarks.count("reaches back to") == said


def test_a_duty_is_one_step_from_the_peak_and_from_the_lapse():
    """A door leads to the duty on cars; two more steps answer what it is at the peak, if the agreement lapses."""
    cars = {"view": "product", "product": "8703"}
    now, peak = html(visit("tariffs", "en", **cars)), html(visit("tariffs", "en", **cars, date="2025-03-04"))
    kept = "tariffs?lang=en&amp;view=product&amp;product=8703"
    assert f'href="{kept}&amp;date=2025-03-04#view"' in now
    assert f'href="{kept}&amp;cusma=lapsed#view"' in now
    assert f'href="{kept}&amp;date=2025-03-04&amp;cusma=lapsed#view"' in peak
    assert "The same at the peak" not in peak
    assert "The same if" not in html(visit("tariffs", "en", **cars, cusma="lapsed"))
