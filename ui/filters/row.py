"""The row of filters: what is drawn in it, what differs from the default, the link, and remarks on the address."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from urllib.parse import urlencode

import streamlit as st

from extracts.address import public
from ui import aside, blocks, notice, numbers, pop_up, state
from ui.language import text

PHONE = "Mobi"
CHIPS = "filter-chips-of-this-run"
EVENTS, OFF = "events", "off"
REMARKS = "filter-remarks-of-this-run"
SAID = "filters-said-in-this-run"


@contextmanager
def bar(events: bool = False) -> Iterator[None]:
    """Put the filters drawn inside into one row; in a narrow window behind one button, which says how many are set.

    Ends with chips, reset and link. `events` is for a page of charts over time: a switch for the events on them stands
    at the end.
    """
    st.session_state[CHIPS], st.session_state[REMARKS] = [], []
    button = st.empty()
    try:
        with st.container(horizontal=True, gap="medium", vertical_alignment="bottom", key="filter-bar"):
            yield
    finally:
        chips, remarks = st.session_state.pop(CHIPS), st.session_state.pop(REMARKS)
        st.session_state[SAID] = [label for label, _ in chips]
    with button:
        label = text("filter.open.set", n=numbers.decimal(len(chips))) if chips else text("filter.open")
        blocks.show(blocks.render("filters", label=label))
    _closing_row(chips, events)
    for remark in remarks:
        notice.show(remark)


@contextmanager
def more(names: Sequence[str]) -> Iterator[bool]:
    """Put the filters drawn inside behind one button that counts those of these parameters that are set.

    Gives whether it is open: where not, nothing need be drawn.
    """
    chosen = sum(state.read(name) is not None for name in names)
    label = text("filter.more.some", n=numbers.decimal(chosen)) if chosen else text("filter.more")
    door = st.popover(label, on_change="rerun", key="more-filters")
    with door:
        yield bool(door.open)


def on_a_phone() -> bool:
    """Whether the reader's browser says that it is on a phone."""
    return aside.taken() is None and PHONE in (st.context.headers.get("User-Agent") or "")


def begin(page: str) -> None:
    """A page begins: nothing is said of its filters yet, nor has it looked at any."""
    state.begin(page)
    st.session_state[SAID] = []


def said() -> list[str]:
    """What the page's filters are set to, where that differs from the default, in words."""
    return list(st.session_state.get(SAID, []))


def shows_events() -> bool:
    """Whether charts over time carry events: they do unless the address says `events=off`."""
    return state.read(EVENTS) != OFF


def _closing_row(chips: Sequence[tuple[str, tuple[str, ...]]], events: bool) -> None:
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
        pop_up.show(text("filter.link"), address(), text("filter.link.help"))
        if events:
            tied = state.widget(EVENTS, shows_events(), lambda on: None if on else OFF)
            st.toggle(text("filter.events"), **tied)


def address() -> str:
    """The link that restores this page with its filters, in the language of whoever opens it."""
    kept = {name: given for name, given in state.every().items() if name != "lang"}
    page = public(st.context.url or "")
    return f"{page}?{urlencode(kept, doseq=True, safe=',')}" if kept else page


def chip(label: str, *names: str) -> None:
    """Remember a choice in the filter bar that differs from the default, to be shown as removable."""
    if CHIPS in st.session_state:
        st.session_state[CHIPS].append((label, names))


def not_known(what: str, *given: str) -> None:
    """Say which values of the address are not known."""
    remark(text("filter.unknown", what=what, value=notice.quoted(", ".join(given))))


def remark(sentence: str) -> None:
    """A remark on the address: under the filters, where it is seen whatever is folded away, else where it arises."""
    if taken := aside.taken():
        taken.remarks.append(sentence)
    elif REMARKS in st.session_state:
        st.session_state[REMARKS].append(sentence)
    else:
        notice.show(sentence)
