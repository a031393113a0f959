"""The anatomy of a page: question, answer, headline figures, how to read it, where it comes from."""

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple
from urllib.parse import urlencode

import streamlit as st

from data import catalog, editions
from data.source_words import Words
from ui import aside, blocks, filters, numbers, site, state, words
from ui.language import current, text
from ui.site import View

FIRST_CAVEATS = 3


def question(page: str) -> None:
    """The reader's question as the page's heading."""
    st.title(words.literal(text(f"{page}.question")), anchor=False)


def draw_view(page: str, *choices: Any) -> View:
    """Let a reader choose one of the page's views, the first by default, and draw it; returns the view drawn."""
    views = {code: view for code, view in site.pages()[page].views.items() if view.has_rows()}
    _say_what_is_missing(page, views)
    view = views[filters.view(list(views), text(f"{page}.views"), lambda code: text(f"{page}.view.{code}"))]
    view.draw(*choices)
    return view


def _say_what_is_missing(page: str, views: Collection[str]) -> None:
    """Say so where the address asks for a view that there is, but not for what is chosen; the first one then opens."""
    asked = state.read("view")
    if asked in site.pages()[page].views and asked not in views:
        filters.remark(text("view.not_here", view=text(f"{page}.view.{asked}")))
        state.write("view", None)


def answer(sentence: str) -> None:
    """The answer, computed from the data on screen; **bold** where the number is."""
    html = blocks.render("answer", sentence=sentence)
    if taken := aside.taken():
        taken.answer = html
    blocks.show(html)


def headline(figures: Sequence[tuple[str, str, str]]) -> None:
    """At most four figures: (what, value with unit, period and comparison)."""
    if figures:
        apart = [(what, numbers.without_currency(value), note) for what, value, note in figures[:4]]
        blocks.show(blocks.render("headline", figures=apart))


class Card(NamedTuple):
    """A figure in a box: what, its values with a hue each, its line as a picture and in words, change, age, the way."""

    what: str
    value: tuple[tuple[str, str], ...]
    line: tuple[str, str]
    change: str
    age: str
    page: str
    params: dict[str, str]


def cards(figures: Sequence[Card], below: str) -> None:
    """Figures in boxes, each leads to its page with filters set; `below` is the line of their sources."""
    boxes = [
        {
            **card._asdict(),
            "value": [(numbers.without_currency(words), hue) for words, hue in card.value],
            "address": address(card.page, card.params),
        }
        for card in figures
    ]
    blocks.show(blocks.render("cards", cards=boxes), below)


def points(title: str, sentences: Sequence[str | tuple[str, str | Words]], numbered: bool = False) -> None:
    """A short list under a figure, with its heading; nothing where there is none.

    A point may be (sentence, source as its publisher writes it).
    """
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


def see_also(places: Sequence[tuple[str, dict[str, str], str]]) -> None:
    """Links to other pages with their filters set: (page, parameters, words)."""
    blocks.show(blocks.render("see_also", places=[(address(page, params), label) for page, params, label in places]))


def links(places: Sequence[tuple[str, str]]) -> None:
    """Links to addresses of the site that are no pages: (address, words)."""
    blocks.show(blocks.render("see_also", places=places))


def doors(title: str, links: Sequence[tuple[str, dict[str, str], str]]) -> None:
    """Links to other pages with their filters set, as a list in columns: (page, parameters, words)."""
    blocks.show(
        blocks.render("doors", title=title, places=[(address(page, params), label) for page, params, label in links])
    )


def hint(sentence: str) -> None:
    """What a reader can do here, of no use on paper."""
    with st.container(key="hint"):
        st.caption(words.literal(sentence))


def badge(sentence: str) -> None:
    """A small boxed remark: which lens, which book."""
    blocks.show(blocks.render("badge", sentence=sentence))


def address(page: str, params: dict[str, str]) -> str:
    """The address of a page with these parameters, in the language of this one; one to a view leads down to it."""
    return f"{page}?{urlencode({**language(), **params})}" + ("#view" if "view" in params else "")


def language() -> dict[str, str]:
    """The language parameter for a link, where the address has one."""
    return state.language()
