"""Filters for a day and for supposed rates, tied to the address like all others."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

import streamlit as st

from queries.parameters import OVERRIDE
from ui import filters, notice, state
from ui.language import text
from ui.numbers import day as day_in_words

HIGHEST = 200.0


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
        filters.left_out(label, given)
    elif chosen and value != str(chosen):
        filters.say(_outside(label, chosen, min(stops), max(stops), value))
    if value != default:
        filters.chip(day_in_words(date.fromisoformat(value)), name)

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


def _written(rates_of: dict[str, float]) -> str | None:
    return state.MANY.join(f"{code}:{percent:g}" for code, percent in rates_of.items()) or None


def _changed(kept: dict[str, float], code: str, percent: float) -> str | None:
    return _written({**kept, code: percent})


def rates(name: str, label: str, options: Sequence[str], words_of: Callable[[str], str]) -> list[str]:
    """Rates a reader supposes, as CODE:percent; a field for each code chosen."""
    given = state.read_all(name)
    written = dict(part.split(":", 1) for part in given if OVERRIDE.match(part))
    kept = {code: float(percent) for code, percent in written.items() if code in options}
    if unknown := [part for part in given if part.split(":")[0] not in kept]:
        filters.say(text("filter.rate.unknown", what=label, value=notice.quoted(", ".join(unknown))))
    for code, percent in kept.items():
        filters.chip(text("label.value", label=words_of(code), value=f"{percent:g} %"), name)

    chosen = state.widget(name, list(kept), lambda codes: _written({c: kept.get(c, 0.0) for c in codes}))
    codes = st.multiselect(label, options, format_func=words_of, placeholder=text("filter.rate.none"), **chosen)
    for code in codes:
        tied = state.widget(name, kept.get(code, 0.0), partial(_changed, kept, code), part=f":{code}")
        st.number_input(text("filter.rate", what=words_of(code)), 0.0, HIGHEST, step=1.0, **tied)
    return [f"{code}:{kept.get(code, 0.0):g}" for code in codes]
