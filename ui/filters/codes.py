"""Choices among codes: one, several, a view, on or off; a bad value falls back and says so."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import streamlit as st

from queries.settings import settings
from ui import notice, state, words
from ui.filters.row import chip, not_known, remark
from ui.language import text

ALL = ["all"]


def _known(name: str, label: str, options: Sequence[str], default: str) -> str:
    """The code in a parameter; the default where there is none, or one that is not known, which is said."""
    given = state.read(name)
    if given is None or given in options:
        return given or default
    not_known(label, given)
    return default


def one(
    name: str,
    label: str,
    options: Sequence[str],
    default: str,
    words_of: Callable[[str], str],
    buttons: bool = False,
    width: int = 250,
    is_drawn: bool = True,
) -> str:
    """One of several codes, as a list to open or as a row of buttons; it holds where it is not drawn too."""
    value = _known(name, label, options, default)
    if value != default:
        chip(text("label.value", label=label, value=words_of(value)), name)
    if not is_drawn:
        return value
    if buttons:
        return _buttons(name, label, options, default, value, words_of)
    tied = _tied(name, value, default)
    return st.selectbox(label, options, format_func=words_of, width=width, **tied) or default


def _buttons(
    name: str, label: str, options: Sequence[str], default: str, value: str, words_of: Callable[[str], str]
) -> str:
    tied = _tied(name, value, default)
    return st.segmented_control(label, options, format_func=words_of, required=True, wrap=True, **tied) or default


def _tied(name: str, value: str, default: str) -> dict[str, Any]:
    """Key and callback of a widget whose default the address does not name."""
    return state.widget(name, value, lambda chosen: None if chosen in {default, None} else chosen)


def many(
    name: str,
    label: str,
    options: Sequence[str],
    everything: str,
    words_of: Callable[[str], str],
    is_drawn: bool = True,
    width: int = 280,
) -> list[str]:
    """Several codes; none chosen means all of them. They hold where they are not drawn too."""
    given = state.read_all(name)
    unknown = [code for code in given if code not in options]
    if unknown:
        not_known(label, *unknown)
    value = [code for code in given if code in options]
    most = settings().list_codes
    if len(value) > most:
        remark(text("filter.too_many", what=label, n=most))
        value = value[:most]
    if value:
        chip(text("label.value", label=label, value=words_of(value[0]) if len(value) == 1 else len(value)), name)
    if not is_drawn:
        return value or ALL
    tied = state.widget(name, value, lambda chosen: state.MANY.join(chosen) or None)
    chosen = st.multiselect(
        label, options, format_func=words_of, placeholder=everything, width=width, max_selections=most, **tied
    )
    return list(chosen) or ALL


def sectors(label: str, options: Iterable[str], is_drawn: bool = True, width: int = 280) -> list[str]:
    """Some of the common sectors; none chosen means all goods."""
    return many("sector", label, list(options), text("filter.sector.all"), words.sector, is_drawn, width)


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


def clicked(name: str, options: Iterable[str]) -> str | None:
    """A code chosen by a click on a chart, if it is one of the options."""
    value = state.read(name)
    if value is None or value in set(options):
        return value
    remark(text("filter.not_shown", value=notice.quoted(value)))
    return None


def view(options: Sequence[str], label: str, words_of: Callable[[str], str]) -> str:
    """Which of a page's further figures is open; the first by default."""
    value = _known("view", label, options, options[0])
    return _buttons("view", label, options, options[0], value, words_of)


def switch(name: str, label: str) -> bool:
    """On or off, off by default; kept in the address as 1."""
    tied = state.widget(name, state.read(name) == "1", lambda on: "1" if on else None)
    return st.toggle(label, **tied)
