"""Years: a span of them, or one that was clicked."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

import streamlit as st

import queries
from ui import state, words
from ui.filters.row import chip, not_known, remark
from ui.language import text
from ui.numbers import years as span_of_years


@dataclass(frozen=True)
class Years:
    """A span of years, both ends included."""

    first: int
    last: int

    @property
    def params(self) -> dict[str, int]:
        """The span as queries take it."""
        return {"from": self.first, "to": self.last}


def _year(name: str) -> int | None:
    """The year in a parameter; None where there is none, or none that can be one, which is said."""
    given = state.read(name) or ""
    if given.isdecimal() and len(given) <= 4:
        return int(given)
    if given:
        not_known(words.heading("year"), given)
    return None


def covered_years(page: str) -> Years:
    """The years that a page's figures cover."""
    covered = queries.ask(f"span_{page}").frame.iloc[0]
    return Years(int(covered["first_year"]), int(covered["last_year"]))


def years(page: str) -> Years:
    """A span of years within what the page's data cover; all of it by default."""
    covered = covered_years(page)
    first, last = covered.first, covered.last
    given = [_year("from"), _year("to")]
    start, end = given[0] or first, given[1] or last
    if start > end and None not in given:
        start, end = end, start
        remark(text("filter.years.reversed", years=span_of_years(start, end)))
    if start > last or end < first:
        remark(text("filter.years.outside", asked=span_of_years(start, end), years=span_of_years(first, last)))
        start, end = first, last
    chosen = (max(start, first), min(end, last))
    if chosen != (first, last):
        chip(span_of_years(*chosen), "from", "to")
    tied = state.widget("years", chosen, lambda _: None)
    key = tied["key"]

    def to_address() -> None:
        low, high = st.session_state[key]
        state.write("from", None if low == first else str(low))
        state.write("to", None if high == last else str(high))

    # The widget's state, set from the address, makes it a range; a `value` beside it would be a second truth.
    span = cast(
        "tuple[int, int]", st.slider(text("filter.years"), first, last, key=key, on_change=to_address, width=300)
    )
    return Years(*span)


def nearest_year(known: Iterable[int], wanted: int) -> int:
    """The wanted year where there are figures of it, else the nearest that there are, the later of two."""
    return min(map(int, known), key=lambda year: (abs(year - wanted), -year))


def clicked_year(page: str) -> int | None:
    """The year chosen by a click on a chart or in the address, if the page has it."""
    year = _year("year")
    covered = covered_years(page)
    if year is None:
        return None
    if not covered.first <= year <= covered.last:
        remark(text("filter.years.outside", asked=year, years=span_of_years(covered.first, covered.last)))
        return None
    chip(str(year), "year")
    return year
