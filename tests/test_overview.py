"""The front page: each figure is that of the page it leads to, words for numbers, nothing before the first picture."""

import pandas as pd
import pytest

import queries
from data import catalog, written
from pages.overview import cards
from tests.visits import visit
from ui.language import speaking

DAY, RULES = "2026-11-22", "2026-10-02"


@pytest.fixture(scope="module")
def latest():
    frame = queries.ask("headlines", date=DAY, rules_on=RULES).frame
    return frame[frame["is_latest"]].set_index(["headline", "series"])


def same(row, now, before):
    assert row["value"] == pytest.approx(now)
    assert row["change"] == pytest.approx(now - before)


def test_the_gap_is_that_of_the_trade_page(latest):
    years = -queries.ask("trade_balance").frame["balance_cad_m"]
    same(latest.loc["goods_year", "gap"], years.iloc[-1], years.iloc[-2])
    months = -queries.ask("trade_latest_twelve_months").frame.set_index("period")["balance_cad_m"]
    same(latest.loc["goods_months", "gap"], months["latest"], months["before"])


@pytest.mark.parametrize(("series", "partner"), [("rate_canada", "CAN"), ("rate_mexico", "MEX")])
def test_the_rate_is_that_of_the_tariff_page(latest, series, partner):
    rates = [
        queries.ask("tariff_rate", date=day, partner=[partner]).frame["effective_rate_pct"].iloc[0]
        for day in (RULES, "2025-10-02")
    ]
    same(latest.loc["tariffs", series], *rates)


def test_positions_and_permits_are_those_of_their_pages(latest):
    held = queries.ask("direct_investment", direction="outward").frame.query("series == 'statcan_table'")
    same(latest.loc["investment", "position"], *held["position_cad_m"].iloc[[-1, -2]])
    permits = queries.ask("study_permits", measure="stock").frame["permits"]
    same(latest.loc["study_permits", "study_permits"], *permits.iloc[[-1, -2]])


def test_each_act_of_the_last_twelve_months_counts_once(latest):
    events = queries.ask("events").frame.query("event == act")
    ends = [pd.Timestamp("2026-10-02"), pd.Timestamp("2025-10-02")]
    for series in ("strain", "repair", "strain_wider", "repair_wider"):
        is_between = events["scope"].eq("canada-mexico") != series.endswith("wider")
        days = pd.to_datetime(events.loc[is_between & events["effect"].eq(series[:6]), "date"])
        same(
            latest.loc["events", series],
            *(days.between(end - pd.DateOffset(years=1), end, inclusive="right").sum() for end in ends),
        )


@pytest.mark.parametrize(
    ("day", "months"), [("2025-12-31", 0), ("2026-01-30", 0), ("2026-01-31", 1), ("2026-11-29", 10), ("2026-11-30", 11)]
)
def test_a_month_of_age_is_a_whole_one(day, months):
    ages = queries.ask("headlines", date=day).frame
    assert ages.loc[ages["headline"].eq("goods_year"), "age_months"].iloc[-1] == months


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (6.01, ("six", "six", "seis")),
        (0.96, ("one", "un", "un")),
        (6.06, ("6.1", "6,1", "6.1")),
        (9.96, ("10", "10", "10")),
        (12.4, ("12", "12", "12")),
    ],
)
def test_small_whole_numbers_are_words(value, said):
    assert tuple(written.in_words(language, value) for language in catalog.languages().values()) == said


def test_nothing_stands_before_the_first_picture_but_words():
    kinds = [element.type for element in visit("overview").main]
    assert kinds[1 : kinds.index("vega_lite_chart")] == ["title", "html", "html"]


NEXT = {
    "en": ("next expected 8 December 2026", "next expected in April 2027"),
    "fr": ("prochaine diffusion prévue le 8 décembre 2026", "prochaine diffusion prévue en avril 2027"),
    "es": ("próxima publicación prevista: 8 de diciembre de 2026", "próxima publicación prevista: abril de 2027"),
}


@pytest.mark.parametrize("language", NEXT)
def test_a_card_says_when_newer_figures_are_expected_where_somebody_brings_them(language):
    with speaking(language):
        ages = [card.age for card in cards.cards("2026-11-29")]
        later = [card.age for card in cards.cards("2026-12-09")]
    announced, usual = NEXT[language]
    year, months, rates, investment, students, events = ages
    assert year.endswith(f"; {announced}.")
    assert months.endswith(f"; {announced}.")
    assert investment.endswith(f"; {usual}.")
    for age in (rates, students, events):
        assert ";" not in age.replace("; the period", "").replace("; la période", "").replace("; el periodo", "")
    assert "2027" in later[0], "the day is of what is remembered"
