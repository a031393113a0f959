"""The anatomy of a page: question, answer, headline figures, how to read it, where it comes from."""

import re
from collections.abc import Sequence
from html import escape
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from data import catalog, editions
from ui import filters, navigation, site, state, words
from ui.language import current, text
from ui.site import View

FIRST_CAVEATS = 3
BOLD = re.compile(r"\*\*(.+?)\*\*")


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
    emphasized = BOLD.sub(r"<strong>\1</strong>", escape(sentence, quote=False))
    st.html(f'<p class="answer">{emphasized}</p>')


def headline(figures: Sequence[tuple[str, str, str]]) -> None:
    """At most four figures: (what, value with unit, period and comparison)."""
    cells = "".join(
        f'<div><dt>{escape(what)}</dt><dd class="value">{escape(value)}</dd><dd class="note">{escape(note)}</dd></div>'
        for what, value, note in figures[:4]
    )
    st.html(f'<dl class="headline">{cells}</dl>')


Card = tuple[str, str, str, str, dict[str, str]]


def cards(figures: Sequence[Card]) -> None:
    """Figures of the overview in boxes: (what, value, note, page, parameters); each leads to its page, filters set."""
    boxes = []
    for what, value, note, page, params in figures:
        address = page + "?" + urlencode({**language(), **params})
        more = escape(text("card.more", page=navigation.menu_label(page)))
        boxes.append(
            f'<a class="card" href="{escape(address)}" target="_self"><span>{escape(what)}</span>'
            f"<strong>{escape(value)}</strong><small>{escape(note)}</small><u>{more}</u></a>"
        )
    st.html(f'<div class="cards">{"".join(boxes)}</div>')


def points(title: str, sentences: Sequence[str], numbered: bool = False) -> None:
    """A short list under a figure, with its heading; nothing where there is none."""
    if sentences:
        items = _list([escape(sentence) for sentence in sentences], "ol" if numbered else "ul")
        st.html(f'<p class="subtitle"><strong>{escape(title)}</strong></p>{items}')


def how_to_read(tables: Sequence[str]) -> None:
    """What a reader must know first, the rest on demand, and where each table is explained."""
    names = list(dict.fromkeys(caveat for table in tables for caveat in editions.now().caveats(table)))
    sentences = [escape(catalog.caveats()[name][current()]) for name in names]
    links = [f'<a href="{escape(_about(table))}" target="_self">{escape(words.title(table))}</a>' for table in tables]
    rest = sentences[FIRST_CAVEATS:]
    more = (
        f"<details><summary>{escape(text('read.more', n=len(rest)))}</summary>{_list(rest)}</details>" if rest else ""
    )
    first = _list(sentences[:FIRST_CAVEATS])
    st.html(f'<h2 class="finding">{escape(text("read.title"))}</h2>{first}{more}<p>{" · ".join(links)}</p>')


def _list(sentences: Sequence[str], kind: str = "ul") -> str:
    return f"<{kind}>{''.join(f'<li>{sentence}</li>' for sentence in sentences)}</{kind}>"


def _about(table: str) -> str:
    return "data?" + urlencode({**state.carried(), "table": table})


def see_also(links: Sequence[tuple[str, dict[str, str], str]]) -> None:
    """Links to other pages with their filters set: (page, parameters, words)."""
    parts = [
        f'<a href="{escape(page + "?" + urlencode({**language(), **params}))}" target="_self">{escape(said)}</a>'
        for page, params, said in links
    ]
    st.html(f'<p class="see-also">{" · ".join(parts)}</p>')


def badge(sentence: str) -> None:
    """A small boxed remark: which lens, which book."""
    st.html(f'<span class="badge">{escape(sentence)}</span>')


def language() -> dict[str, str]:
    """The language parameter for a link, where the address has one."""
    asked = state.read("lang")
    return {"lang": asked} if asked else {}
