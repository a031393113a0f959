"""Remarks beside the tariff figures: what a reader must know of a date, a programme or a filter."""

from datetime import date

import streamlit as st

import queries
from data.frames import records
from pages.tariffs.choices import EVIDENCE_ENDS, MAIN, Choices
from ui import figure, filters, numbers, words
from ui.language import text
from ui.remember import remembered

LEAST_SAID = 0.05
STEEL_LISTS_FROM, STEEL_LISTS_TO = "2025-03-12", "2025-08-17"


def show(*sentences: str) -> None:
    """Remarks as one paragraph of small type; nothing where there is none."""
    if any(sentences):
        st.caption(words.literal(" ".join(filter(None, sentences))))


@remembered
def of_the_day(chosen: Choices) -> tuple[str, ...]:
    """What is not as the rates of the day say: evidence that ends before, duties collected on, lists not at hand."""
    scenario = chosen.scenario
    said = []
    if scenario.date > EVIDENCE_ENDS and not scenario.is_law():
        said.append(text("tariffs.evidence", day=numbers.day(date.fromisoformat(EVIDENCE_ENDS))))
    still = queries.ask("tariff_still_collected", date=scenario.date).frame
    for (end, last), part in still.groupby(["valid_to", "collected_to"]):
        named = [words.code("programme", code) for code in dict.fromkeys(part["programme"])]
        said.append(
            text("tariffs.still_collected", programmes="; ".join(named), end=numbers.day(end), last=numbers.day(last))
        )
    if STEEL_LISTS_FROM <= scenario.date <= STEEL_LISTS_TO:
        said.append(text("tariffs.steel_lists"))
    return tuple(said)


@remembered
def with_remedies(chosen: Choices) -> str:
    """What the rates become with anti-dumping and countervailing duties, where any falls on the goods shown."""
    if chosen.authorities != tuple(filters.ALL):
        return ""
    asked = {**chosen.scenario.params(), "sector": list(chosen.sectors), "partner": MAIN}
    found = queries.ask("tariff_with_remedies", **asked).frame.set_index("partner")
    if set(found.index) != set(MAIN) or not found["remedy_duty_usd_m"].any():
        return ""
    goods = [
        text(
            "tariffs.with_remedies.goods",
            goods=words.code("remedy_goods", row["remedy_goods"]),
            country=words.country(row["partner"]),
            imports=numbers.money(row["remedy_imports_usd_m"], "usd"),
        )
        for row in records(found[found["remedy_duty_usd_m"] > 0].reset_index())
    ]
    return text(
        "tariffs.with_remedies",
        canada=numbers.percent(found.loc["CAN", "with_remedies_pct"], 1),
        mexico=numbers.percent(found.loc["MEX", "with_remedies_pct"], 1),
        goods="; ".join(goods),
    )


def only(chosen: Choices) -> str:
    """Which filters are on, as sentences; empty where none is."""
    filters_on = []
    if chosen.sectors != tuple(filters.ALL):
        filters_on.append(text("tariffs.only", what="; ".join(map(words.sector, chosen.sectors))))
    if chosen.authorities != tuple(filters.ALL):
        named = [words.code("authority", code) for code in chosen.authorities]
        filters_on.append(text("tariffs.only.authorities", what="; ".join(named)))
    return " ".join(filters_on)


@remembered
def under_the_ranking(chosen: Choices) -> tuple[str, ...]:
    """Where customs collected something else on the day, and the assumption where medicines are charged."""
    partners = list(chosen.countries)
    late = queries.ask("tariff_applied_late", date=chosen.scenario.date, partner=partners).frame
    said = [
        text(
            "tariffs.ranking.late",
            country=words.country(row["partner"]),
            first=numbers.day(row["valid_from"]),
            day=numbers.day(row["collected_from"]),
        )
        for row in records(late)
    ]
    return (*said, medicines(chosen, chosen.countries))


@remembered
def medicines(chosen: Choices, partners: tuple[str, ...]) -> str:
    """The assumption behind the duty on medicines, where one of these partners pays one on the goods shown."""
    found = queries.ask("tariff_ranking", **chosen.params(), partner=list(partners)).frame
    return text("tariffs.pharma") if (found["country_assumed_pct"] > 0).any() else ""


def unfiltered(subtitle: str, is_filtered: bool) -> str:
    """A subtitle, and that the filters of the page do not reach the figure where any is set."""
    return figure.noted(subtitle, text("tariffs.unfiltered") if is_filtered else "")
