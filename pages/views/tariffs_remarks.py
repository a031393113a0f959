"""What a reader must know beside a tariff rate on some dates: it stands where the number is."""

from datetime import date

import streamlit as st

import queries
from pages.views.tariffs_choices import EVIDENCE_ENDS, Scenario
from ui import numbers, words
from ui.language import text


def beside_the_answer(scenario: Scenario) -> None:
    """The end of the evidence where a what-if lies beyond it, and duties collected longer than they stood in law."""
    if scenario.date > EVIDENCE_ENDS and not scenario.is_law():
        st.caption(text("tariffs.evidence", day=numbers.day(date.fromisoformat(EVIDENCE_ENDS))))
    still = queries.run("tariff_still_collected", date=scenario.date)
    for (end, last), part in still.groupby(["valid_to", "collected_to"]):
        named = [words.code("programme", code) for code in dict.fromkeys(part["programme"])]
        st.caption(
            text("tariffs.collected", programmes=", ".join(named), end=numbers.day(end), last=numbers.day(last)),
        )
