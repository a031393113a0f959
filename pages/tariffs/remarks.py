"""Remarks beside the tariff figures: what a reader must know of a date, a programme or a filter."""

from datetime import date

import pandas as pd
import streamlit as st

import queries
from pages.tariffs.choices import EVIDENCE_ENDS, Scenario
from ui import filters, numbers, words
from ui.language import text


def beside_the_answer(scenario: Scenario) -> None:
    """The end of the evidence where a what-if lies beyond it, and duties collected longer than they stood in law."""
    if scenario.date > EVIDENCE_ENDS and not scenario.is_law():
        st.caption(text("tariffs.evidence", day=numbers.day(date.fromisoformat(EVIDENCE_ENDS))))
    still = queries.ask("tariff_still_collected", date=scenario.date).frame
    for (end, last), part in still.groupby(["valid_to", "collected_to"]):
        named = [words.code("programme", code) for code in dict.fromkeys(part["programme"])]
        st.caption(
            text("tariffs.still_collected", programmes=", ".join(named), end=numbers.day(end), last=numbers.day(last)),
        )


def only(sectors: list[str], authorities: list[str]) -> str:
    """Which filters are on, as sentences to follow others; empty where none is."""
    filters_on = ""
    if sectors != filters.ALL:
        filters_on += " " + text("tariffs.only", what=", ".join(map(words.sector, sectors)))
    if authorities != filters.ALL:
        named = [words.code("authority", code) for code in authorities]
        filters_on += " " + text("tariffs.only.authorities", what=", ".join(named))
    return filters_on


def under_the_ranking(found: pd.DataFrame) -> None:
    """What the marks mean where there are any, and the assumption where medicines are charged."""
    remarks = []
    detail = set(found["rules_detail"])
    if "coarse" in detail:
        remarks.append(text("tariffs.ranking.coarse"))
    if "general" in detail:
        remarks.append(text("tariffs.ranking.general"))
    if "pharma" in set(found["programme"]):
        remarks.append(text("tariffs.pharma"))
    if remarks:
        # A star would begin a list, two of them bold words.
        st.caption(words.literal(" ".join(remarks)).replace("*", r"\*"))


def under_the_sectors(scenario: Scenario, partner: str, chosen: list[str], powers: list[str]) -> None:
    """The assumption behind the duty on medicines, where the partner pays one in the sectors shown."""
    params = {**scenario.params(), "partner": [partner], "sector": chosen, "authority": powers}
    if "pharma" in set(queries.ask("tariff_exposure", **params).frame["programme"]):
        st.caption(text("tariffs.pharma"))


def unfiltered(subtitle: str, is_filtered: bool) -> str:
    """A subtitle, and that the filters of the page do not reach the figure where any is set."""
    return f"{subtitle} {text('tariffs.unfiltered')}" if is_filtered else subtitle
