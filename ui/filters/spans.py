"""Years: a span of them, or one that was clicked."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Literal

import streamlit as st

import queries
from ui import state, words
from ui.filters.row import chip, not_known, on_a_phone, remark
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

    def beside(self) -> tuple["Years", ...]:
        """What a reader chooses next: a year more or less at one end."""
        steps = ((1, 0), (-1, 0), (0, -1))
        moved = (Years(self.first + one, self.last + other) for one, other in steps)
        return tuple(years for years in moved if years.first <= years.last)


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


def _opening_year(page: str) -> int:
    """The first year of a page's span by default."""
    covered = queries.ask(f"span_{page}").frame.iloc[0]
    return int(covered.get("opening_year", covered["first_year"]))


def chosen_years(page: str) -> Years:
    """The span of years in the address, within what the page's data cover; by default all, or from its opening year."""
    covered = covered_years(page)
    first, last = covered.first, covered.last
    opening = _opening_year(page)
    given = [_year("from"), _year("to")]
    end = given[1] or last
    start = given[0] or (opening if end >= opening else first)
    if start > end and None not in given:
        start, end = end, start
        remark(text("filter.years.reversed", years=span_of_years(start, end)))
    if start > last or end < first:
        remark(text("filter.years.outside", asked=span_of_years(start, end), years=span_of_years(first, last)))
        start, end = opening, last
    chosen = Years(max(start, first), min(end, last))
    if chosen != Years(opening, last):
        chip(span_of_years(chosen.first, chosen.last), "from", "to")
    return chosen


def years_slider(
    page: str, chosen: Years, instead_of: str | None = None, width: int | Literal["stretch"] = 240
) -> None:
    """The slider that moves the chosen span; moving it takes the parameter `instead_of` out of the address."""
    covered, opening = covered_years(page), _opening_year(page)
    tied = state.widget("years", (chosen.first, chosen.last), lambda _: None)
    key = tied["key"]

    def to_address() -> None:
        low, high = st.session_state[key]
        state.write("from", None if low == opening else str(low))
        state.write("to", None if high == covered.last else str(high))
        if instead_of:
            state.write(instead_of, None)

    # The widget's state, set from the address, makes it a range; a `value` beside it would be a second truth.
    st.slider(text("filter.years"), covered.first, covered.last, key=key, on_change=to_address, width=width)
    if on_a_phone():
        _fields(covered, chosen, opening)


def years(page: str) -> Years:
    """The chosen span of years, with the slider that moves it."""
    chosen = chosen_years(page)
    years_slider(page, chosen)
    return chosen


def _fields(covered: Years, chosen: Years, opening: int) -> None:
    """The first and the last year as fields too: on a phone a finger is wider than a year of the slider."""
    ends = {
        "from": (text("filter.years.from"), covered.first, chosen.last, chosen.first, opening),
        "to": (text("filter.years.to"), chosen.first, covered.last, chosen.last, covered.last),
    }
    for name, (label, least, most, year, usual) in ends.items():
        tied = state.widget(name, year, partial(_unless, usual), part=":field")
        st.number_input(label, least, most, step=1, width=130, **tied)


def _unless(usual: int, year: int) -> str | None:
    return None if year == usual else str(year)


def nearest_year(known: Iterable[int], wanted: int) -> int:
    """The wanted year where there are figures of it, else the nearest that there are, the later of two."""
    return min(map(int, known), key=lambda year: (abs(year - wanted), -year))


def year_field(page: str, label: str, otherwise: str) -> None:
    """The year that a click on a chart chooses as a field, for whoever does not click; empty it says `otherwise`."""
    covered = covered_years(page)
    options = [str(year) for year in range(covered.last, covered.first - 1, -1)]
    given = state.read("year")
    tied = state.widget("year", given if given in options else None, lambda chosen: chosen)
    st.selectbox(label, options, index=None, placeholder=otherwise, width=240, **tied)


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
