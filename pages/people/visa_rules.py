"""The dates on which the visa rule for Mexicans changed."""

import streamlit as st

import queries
from data import source_words
from data.frames import records
from pages.people.choices import span
from ui import numbers, words
from ui.filters import Years
from ui.language import current, text
from ui.remember import remembered


def visa_rule_list(years: Years) -> None:
    """The dates on which the visa rule changed, with their sources."""
    if dates := _dates(years):
        st.markdown(dates)


def _page(url: str) -> str:
    return source_words.address(url, current())


@remembered
def _dates(years: Years) -> str:
    entries = [
        text("label.value", label=numbers.day(row["date"]), value=f"[{row['policy']}]({_page(row['source_url'])})")
        for row in records(queries.ask("visa_dates", lang=current(), **span(years)).frame)
    ]
    return "\n".join(words.literal(f"- {entry}") for entry in entries)
