"""Blocks of HTML from the templates beside; whatever is put into them is escaped."""

import threading
from collections.abc import Hashable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import streamlit as st
from cachetools import LRUCache

from data import templates
from ui import state, terms
from ui.language import text
from ui.remember import remembered_words

TEMPLATES = templates.of(Path(__file__).resolve().parent / "templates")
# Letters of HTML; the values that it was made of take about as many.
LARGEST = 4 * 1024 * 1024
_known: LRUCache[Hashable, str] = LRUCache(LARGEST, len)
_lock = threading.Lock()


def render(template: str, **values: Any) -> str:
    """The template filled; one that is filled with the same plain values again is known."""
    try:
        key = (template, _key(values))
    except TypeError:
        return _filled(template, values)
    with _lock:
        known = _known.get(key)
    if known is None:
        known = _filled(template, values)
        with _lock:
            _known[key] = known
    return known


def _filled(template: str, values: dict[str, Any]) -> str:
    return TEMPLATES.get_template(f"{template}.html").render(values)


def _key(value: Any) -> Hashable:
    """Plain values as something to look them up by: 1, 1.0 and True are written differently. Raises TypeError."""
    kind = type(value)
    if kind is str:
        return value
    if kind in (int, float, bool, type(None)):
        return kind, value
    if kind in (list, tuple):
        return tuple(map(_key, value))
    if kind is dict:
        return dict, tuple((name, _key(one)) for name, one in value.items())
    raise TypeError(kind)


def show(*blocks: str) -> None:
    """Put blocks on the page as one element, each costs the browser time; a term is explained where it first stands."""
    html, met = "".join(blocks), terms.met()
    if met is not None:
        html, now = _marked(html, frozenset(met), tuple(state.language().items()))
        met |= now
    st.html(html)


@remembered_words
def _marked(html: str, met: frozenset[str], language: tuple[tuple[str, str], ...]) -> tuple[str, frozenset[str]]:
    """The blocks on a page that has met these terms, each new one explained, and all terms met then."""

    def explained(term: terms.Term, before: str, words: str, after: str) -> str:
        address = "data?" + urlencode({**dict(language), "view": "glossary", "term": term.code})
        around = {"before": before, "after": after}
        return render("term", term=term, words=words, address=address, more=text("glossary.more"), **around)

    with terms.page_that_met(met) as now:
        return terms.marked(html, explained), frozenset(now)
