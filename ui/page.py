"""The anatomy of a page: question, answer, headline figures, how to read it, where it comes from."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from data import catalog, editions
from ui import blocks, filters, navigation, site, state, words
from ui.language import current, text
from ui.site import View

FIRST_CAVEATS = 3


def question(page: str) -> None:
    """The reader's question as the page's heading."""
    st.title(words.literal(text(f"{page}.question")), anchor=False)


def draw_view(page: str, *choices: Any) -> View:
    """Let a reader choose one of the page's views, the first by default, and draw it; returns the view drawn."""
    views = {code: view for code, view in site.pages()[page].views.items() if view.has_rows()}
    view = views[filters.view(list(views), text(f"{page}.views"), lambda code: text(f"{page}.view.{code}"))]
    view.draw(*choices)
    return view


def answer(sentence: str) -> None:
    """The answer, computed from the data on screen; **bold** where the number is."""
    blocks.show(blocks.render("answer", sentence=sentence))


def headline(figures: Sequence[tuple[str, str, str]]) -> None:
    """At most four figures: (what, value with unit, period and comparison)."""
    blocks.show(blocks.render("headline", figures=figures[:4]))


Card = tuple[str, str, str, str, dict[str, str]]


def cards(figures: Sequence[Card]) -> None:
    """Figures of the overview in boxes: (what, value, note, page, parameters); each leads to its page, filters set."""
    boxes = [
        {
            "what": what,
            "value": value,
            "note": note,
            "address": _address(page, params),
            "more": text("card.more", page=navigation.menu_label(page)),
        }
        for what, value, note, page, params in figures
    ]
    blocks.show(blocks.render("cards", cards=boxes))


def points(title: str, sentences: Sequence[str], numbered: bool = False) -> None:
    """A short list under a figure, with its heading; nothing where there is none."""
    if sentences:
        blocks.show(blocks.render("points", title=title, sentences=sentences, kind="ol" if numbered else "ul"))


def how_to_read(tables: Sequence[str]) -> None:
    """What a reader must know first, the rest on demand, and where each table is explained."""
    names = list(dict.fromkeys(caveat for table in tables for caveat in editions.now().caveats(table)))
    sentences = [catalog.caveats()[name][current()] for name in names]
    rest = sentences[FIRST_CAVEATS:]
    blocks.show(
        blocks.render(
            "how_to_read",
            title=text("read.title"),
            first=sentences[:FIRST_CAVEATS],
            rest=rest,
            more=text("read.more", n=len(rest)),
            tables=[("data?" + urlencode({**state.carried(), "table": name}), words.title(name)) for name in tables],
        )
    )


def see_also(links: Sequence[tuple[str, dict[str, str], str]]) -> None:
    """Links to other pages with their filters set: (page, parameters, words)."""
    blocks.show(blocks.render("see_also", places=[(_address(page, params), label) for page, params, label in links]))


def badge(sentence: str) -> None:
    """A small boxed remark: which lens, which book."""
    blocks.show(blocks.render("badge", sentence=sentence))


def _address(page: str, params: dict[str, str]) -> str:
    return f"{page}?{urlencode({**language(), **params})}"


def language() -> dict[str, str]:
    """The language parameter for a link, where the address has one."""
    asked = state.read("lang")
    return {"lang": asked} if asked else {}
