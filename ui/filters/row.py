"""The row of filters: what is drawn in it, what differs from the default, the link, and remarks on the address."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from urllib.parse import urlencode

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ui import notice, state, words
from ui.language import text

PHONE = "Mobi"
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
        notice.show(remark)


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


def not_known(what: str, *given: str) -> None:
    """Say which values of the address are not known."""
    remark(text("filter.unknown", what=what, value=notice.quoted(", ".join(given))))


def remark(sentence: str) -> None:
    """A remark on the address: under the filters, where it is seen whatever is folded away, else where it arises."""
    if REMARKS in st.session_state:
        st.session_state[REMARKS].append(sentence)
    else:
        notice.show(sentence)
