"""A day, among those on which something changes or any other."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from ui import state
from ui.filters.row import chip, not_known, remark
from ui.language import text
from ui.numbers import day as day_in_words


def _outside(label: str, asked: date, first: str, last: str, shown: str) -> str:
    """Why a day of the address is not the one shown."""
    ends = {name: day_in_words(date.fromisoformat(day)) for name, day in (("first", first), ("last", last))}
    return text(
        "filter.day.outside",
        what=label,
        value=day_in_words(asked),
        shown=day_in_words(date.fromisoformat(shown)),
        **ends,
    )


def _iso(given: str | None) -> date | None:
    try:
        return date.fromisoformat(given or "")
    except ValueError:
        return None


def day(name: str, label: str, exact: str, stops: Sequence[str], default: str, named: dict[str, str]) -> str:
    """A day (ISO): a slider that snaps to the stops and a field for any other day between the first and the last."""
    given = state.read(name)
    chosen = _iso(given)
    value = str(chosen) if chosen and min(stops) <= str(chosen) <= max(stops) else default
    if given is not None and chosen is None:
        not_known(label, given)
    elif chosen and value != str(chosen):
        remark(_outside(label, chosen, min(stops), max(stops), value))
    if value != default:
        chip(day_in_words(date.fromisoformat(value)), name)

    def words_of(stop: str) -> str:
        written = day_in_words(date.fromisoformat(stop))
        return f"{written} · {named[stop]}" if stop in named else written

    options = sorted({*stops, value})
    slid = state.widget(name, value, lambda picked: None if picked == default else picked)
    st.select_slider(label, options, format_func=words_of, width=420, **slid)
    typed = state.widget(
        name, date.fromisoformat(value), lambda d: None if str(d) == default else str(d), part=":exact"
    )
    first, last = date.fromisoformat(min(stops)), date.fromisoformat(max(stops))
    st.date_input(exact, min_value=first, max_value=last, format="YYYY-MM-DD", width=150, **typed)
    return value
