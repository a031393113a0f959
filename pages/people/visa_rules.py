"""The dates on which the visa rule for Mexicans changed."""

import streamlit as st

import queries
from pages.people.choices import span
from ui import numbers, words
from ui.filters import Years
from ui.language import current, text


def visa_years(years: Years) -> tuple[tuple[float, str], ...]:
    """The days of a change as points on an axis of years, with the word for each."""
    dates = queries.ask("visa_dates", **span(years)).frame
    kept = dates[dates["status"] != "announced"]
    return tuple((d.year + (d.month - 1) / 12, visa_word(s)) for d, s in zip(kept["date"], kept["status"], strict=True))


def visa_word(status: str) -> str:
    """What happened to the visa rule, in one word."""
    return text(f"people.visa.{status}")


def visa_rule_list(years: Years) -> None:
    """The dates on which the visa rule changed, with their sources."""
    for row in queries.ask("visa_dates", **span(years)).frame.to_dict("records"):
        entry = f"[{row[f'policy_{current()}']}]({row['source_url']})"
        st.markdown(words.literal("- " + text("label.value", label=numbers.day(row["date"]), value=entry)))
