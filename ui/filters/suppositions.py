"""Rates that a reader supposes."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from queries.parameters import OVERRIDE
from ui import notice, numbers, state
from ui.filters.row import chip, remark
from ui.language import text

HIGHEST = 200.0


def _written(rates_of: dict[str, float]) -> str | None:
    return state.MANY.join(f"{code}:{percent:g}" for code, percent in rates_of.items()) or None


def _changed(kept: dict[str, float], code: str, percent: float) -> str | None:
    return _written({**kept, code: percent})


def rates(
    name: str, label: str, known: Callable[[], Sequence[str]], words_of: Callable[[str], str], is_drawn: bool = True
) -> list[str]:
    """Rates a reader supposes, as CODE:percent; a field for each code chosen.

    Where its panel is closed they are read and not drawn, and what may be supposed is asked only if something is.
    """
    given = state.read_all(name)
    if not (given or is_drawn):
        return []
    options = known()
    written = dict(part.split(":", 1) for part in given if OVERRIDE.match(part))
    kept = {code: float(percent) for code, percent in written.items() if code in options}
    if unknown := [part for part in given if part.split(":")[0] not in kept]:
        remark(text("filter.rate.unknown", what=label, value=notice.quoted(", ".join(unknown))))
    for code, percent in kept.items():
        chip(text("label.value", label=words_of(code), value=numbers.as_given(percent)), name)
    if not is_drawn:
        return [f"{code}:{percent:g}" for code, percent in kept.items()]

    chosen = state.widget(name, list(kept), lambda codes: _written({c: kept.get(c, 0.0) for c in codes}))
    codes = st.multiselect(label, options, format_func=words_of, placeholder=text("filter.rate.none"), **chosen)
    for code in codes:
        tied = state.widget(name, kept.get(code, 0.0), partial(_changed, kept, code), part=f":{code}")
        st.number_input(text("filter.rate", what=words_of(code)), 0.0, HIGHEST, step=1.0, **tied)
    return [f"{code}:{kept.get(code, 0.0):g}" for code in codes]
