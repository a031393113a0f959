"""The filter bar: every choice is a code in the address; a bad value falls back and says so."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import cast
from urllib.parse import urlencode

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

import queries
from ui import state, words
from ui.language import text
from ui.numbers import years as span_of_years

ALL = ["all"]
PHONE = "Mobi"


@dataclass(frozen=True)
class Years:
    """A span of years, both ends included."""

    first: int
    last: int

    @property
    def params(self) -> dict[str, int]:
        """The span as queries take it."""
        return {"from": self.first, "to": self.last}


CHIPS = "filter-chips-of-this-run"
REMARKS = "filter-remarks-of-this-run"


@contextmanager
def bar() -> Iterator[None]:
    """Put the filters drawn inside into one row; on a phone behind one button. Ends with chips, reset and link."""
    st.session_state[CHIPS], st.session_state[REMARKS] = [], []
    try:
        with _row():
            yield
    finally:
        chips, remarks = st.session_state.pop(CHIPS), st.session_state.pop(REMARKS)
    _closing_row(chips)
    for remark in remarks:
        st.info(remark)


def _row() -> DeltaGenerator:
    if PHONE in (st.context.headers.get("User-Agent") or ""):
        return st.expander(text("filter.open"))
    return st.container(horizontal=True, gap="medium", vertical_alignment="bottom", key="filter-bar")


def _closing_row(chips: Sequence[tuple[str, tuple[str, ...]]]) -> None:
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="filter-chips"):
        for place, (label, names) in enumerate(chips):
            st.button(
                f"{label} ✕",
                key=f"chip:{place}:{names[0]}",
                help=text("filter.remove"),
                on_click=state.remove,
                args=names,
                type="tertiary",
            )
        if chips:
            st.button(text("filter.reset"), key="filter-reset", on_click=state.clear, type="tertiary")
        with st.popover(text("filter.link"), type="tertiary"):
            st.caption(words.literal(text("filter.link.help")))
            st.code(address(), language=None, wrap_lines=True)


def address() -> str:
    """The link that restores this page with its filters, in the language of whoever opens it."""
    kept = {name: given for name, given in state.every().items() if name != "lang"}
    page = (st.context.url or "").split("?")[0]
    return f"{page}?{urlencode(kept, doseq=True, safe=',')}" if kept else page


def chip(label: str, *names: str) -> None:
    """Remember a choice in the filter bar that differs from the default, to be shown as removable."""
    if CHIPS in st.session_state:
        st.session_state[CHIPS].append((label, names))


def left_out(what: str, *given: str) -> None:
    """Say which values of the address are not known."""
    say(text("filter.unknown", what=what, value=words.inert(", ".join(given))))


def say(remark: str) -> None:
    """A remark on the address: under the filters, where it is seen whatever is folded away, else where it arises."""
    if REMARKS in st.session_state:
        st.session_state[REMARKS].append(words.literal(remark))
    else:
        st.info(words.literal(remark))


def _year(name: str) -> int | None:
    """The year in a parameter; None where there is none, or none that can be one, which is said."""
    given = state.read(name) or ""
    if given.isdecimal() and len(given) <= 4:
        return int(given)
    if given:
        left_out(words.heading("year"), given)
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
        say(text("filter.years.reversed", years=span_of_years(start, end)))
    if start > last or end < first:
        say(text("filter.years.outside", asked=span_of_years(start, end), years=span_of_years(first, last)))
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


def _known(name: str, label: str, options: Sequence[str], default: str) -> str:
    """The code in a parameter; the default where there is none, or one that is not known, which is said."""
    given = state.read(name)
    if given is None or given in options:
        return given or default
    left_out(label, given)
    return default


def one(
    name: str,
    label: str,
    options: Sequence[str],
    default: str,
    words_of: Callable[[str], str],
    buttons: bool = False,
    width: int = 250,
) -> str:
    """One of several codes, as a list to open or as a row of buttons."""
    value = _known(name, label, options, default)
    if value != default:
        chip(text("label.value", label=label, value=words_of(value)), name)
    tied = state.widget(name, value, lambda chosen: None if chosen in {default, None} else chosen)
    if buttons:
        chosen = st.segmented_control(label, options, format_func=words_of, required=True, **tied)
        return chosen or default
    return st.selectbox(label, options, format_func=words_of, width=width, **tied) or default


def many(name: str, label: str, options: Sequence[str], everything: str, words_of: Callable[[str], str]) -> list[str]:
    """Several codes; none chosen means all of them."""
    given = state.read_all(name)
    unknown = [code for code in given if code not in options]
    if unknown:
        left_out(label, *unknown)
    value = [code for code in given if code in options]
    if value:
        chip(text("label.value", label=label, value=words_of(value[0]) if len(value) == 1 else len(value)), name)
    tied = state.widget(name, value, lambda chosen: state.MANY.join(chosen) or None)
    chosen = st.multiselect(label, options, format_func=words_of, placeholder=everything, width=280, **tied)
    return list(chosen) or ALL


def sectors(label: str, options: Iterable[str]) -> list[str]:
    """Some of the common sectors; none chosen means all goods."""
    return many("sector", label, list(options), text("filter.sector.all"), words.sector)


def currency(label: str, default: str = "cad") -> str:
    """Canadian dollars, US dollars or pesos."""
    return one(
        "currency",
        label,
        ["cad", "usd", "mxn"],
        default,
        lambda c: words.code("currency", c),
        buttons=True,
    )


def written(name: str, label: str, placeholder: str) -> str:
    """A free text to look for; empty by default."""
    value = (state.read(name) or "")[:80]
    if value:
        chip(text("quoted.text", text=words.literal(words.inert(value))), name)
    tied = state.widget(name, value, lambda typed: typed.strip() or None)
    return st.text_input(label, placeholder=placeholder, width=220, **tied).strip()


def nearest_year(at_hand: Iterable[int], wanted: int) -> int:
    """The wanted year where there are figures of it, else the nearest that there are, the later of two."""
    return min(map(int, at_hand), key=lambda year: (abs(year - wanted), -year))


def picked(name: str, options: Iterable[str]) -> str | None:
    """A code chosen by a click on a chart, if it is one of the options."""
    value = state.read(name)
    if value is None or value in set(options):
        return value
    say(text("filter.not_shown", value=words.inert(value)))
    return None


def picked_year(page: str) -> int | None:
    """The year chosen by a click on a chart or in the address, if the page has it."""
    year = _year("year")
    covered = covered_years(page)
    if year is None:
        return None
    if not covered.first <= year <= covered.last:
        say(text("filter.years.outside", asked=year, years=span_of_years(covered.first, covered.last)))
        return None
    chip(str(year), "year")
    return year


def view(options: Sequence[str], label: str, words_of: dict[str, str]) -> str:
    """Which of a page's further figures is open; the first by default."""
    value = _known("view", label, options, options[0])
    tied = state.widget("view", value, lambda chosen: None if chosen in (options[0], None) else chosen)
    chosen = st.segmented_control(label, options, format_func=lambda code: words_of[code], required=True, **tied)
    return chosen or options[0]


def switch(name: str, label: str) -> bool:
    """On or off, off by default; kept in the address as 1."""
    tied = state.widget(name, state.read(name) == "1", lambda on: "1" if on else None)
    return st.toggle(label, **tied)
