"""A day, among those on which something changes or any other."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from ui import state
from ui.filters.row import chip, not_known, remark
from ui.language import text
from ui.numbers import day as day_in_words
from ui.remember import remembered_words


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


@remembered_words
def _stops(days: tuple[str, ...], named: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """The days of the slider in their order, each as it is written."""
    names = dict(named)
    written = {stop: day_in_words(date.fromisoformat(stop)) for stop in days}
    return {stop: f"{words} · {names[stop]}" if stop in names else words for stop, words in written.items()}


def day(name: str, label: str, exact: str, stops: Sequence[str], default: str, named: dict[str, str]) -> str:
    """A day (ISO): a slider that snaps to the stops, and a field to type any day between the first and the last."""
    given = state.read(name)
    chosen = _iso(given)
    value = str(chosen) if chosen and min(stops) <= str(chosen) <= max(stops) else default
    if given is not None and chosen is None:
        not_known(label, given)
    elif chosen and value != str(chosen):
        remark(_outside(label, chosen, min(stops), max(stops), value))
    if value != default:
        chip(day_in_words(date.fromisoformat(value)), name)

    options = _stops(tuple(sorted({*stops, value})), tuple(named.items()))
    slid = state.widget(name, value, lambda picked: None if picked == default else picked)
    st.select_slider(label, list(options), format_func=options.__getitem__, width=420, **slid)
    typed = state.widget(name, value, lambda d: None if d.strip() in ("", default) else d.strip(), part=":exact")
    st.text_input(exact, max_chars=10, width=210, **typed)
    return value
