"""The anatomy of a page: question, answer, headline figures, how to read it, where it comes from."""

import re
from collections.abc import Sequence
from html import escape
from typing import Any

import streamlit as st

from data import catalog
from ui import navigation, state, words
from ui.language import current, text

FIRST_CAVEATS = 3
BOLD = re.compile(r"\*\*(.+?)\*\*")


def question(words_of_it: str) -> None:
    """The reader's question as the page's heading."""
    st.title(words.literal(words_of_it), anchor=False)


def answer(sentence: str) -> None:
    """The answer, computed from the data on screen; **bold** where the number is."""
    emphasized = BOLD.sub(r"<strong>\1</strong>", escape(sentence, quote=False))
    st.html(f'<p class="answer">{emphasized}</p>')


def headline(figures: Sequence[tuple[str, str, str]]) -> None:
    """At most four figures: (what, value with unit, period and comparison)."""
    cells = "".join(
        f'<div><dt>{escape(what)}</dt><dd class="value">{escape(value)}</dd><dd class="note">{escape(note)}</dd></div>'
        for what, value, note in figures[:4]
    )
    st.html(f'<dl class="headline">{cells}</dl>')


def card(what: str, value: str, note: str, page: str, params: dict[str, str]) -> None:
    """One figure of the overview in a box that links to its page with the right filters set."""
    with st.container(border=True, height="stretch"):
        headline([(what, value, note)])
        st.page_link(
            navigation.file_of(page),
            label=text("card.more", page=navigation.menu_label(page)),
            query_params={**language(), **params},
            icon=":material/arrow_forward:",
        )


def how_to_read(tables: Sequence[str]) -> None:
    """What a reader must know first, the rest on demand, and where each table is explained."""
    st.subheader(words.literal(text("read.title")), anchor=False)
    names = list(dict.fromkeys(caveat for table in tables for caveat in catalog.table(table)["caveats"]))
    sentences = [f"- {catalog.caveats()[name][current()]}" for name in names]
    st.markdown(words.literal("\n".join(sentences[:FIRST_CAVEATS])))
    if sentences[FIRST_CAVEATS:]:
        with st.expander(text("read.more", n=len(sentences) - FIRST_CAVEATS)):
            st.markdown(words.literal("\n".join(sentences[FIRST_CAVEATS:])))
    with st.container(horizontal=True, gap="small"):
        for table in tables:
            params: dict[str, Any] = {**state.carried(), "table": table}
            st.page_link(navigation.file_of("data"), label=words.title(table), query_params=params)


def badge(sentence: str) -> None:
    """A small boxed remark: which lens, which book."""
    st.html(f'<span class="badge">{escape(sentence)}</span>')


def language() -> dict[str, str]:
    """The language parameter for a link, where the address has one."""
    asked = state.read("lang")
    return {"lang": asked} if asked else {}
