"""The address is the whole state of a page: codes in the query string, absent where the default holds."""

from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

import streamlit as st

SHARED = ("lang", "from", "to", "sector", "currency", "events")
MANY = ","
_page: ContextVar[str] = ContextVar("page_drawn", default="")
_looked_at: ContextVar[set[str] | None] = ContextVar("parameters_looked_at", default=None)


def begin(page: str) -> None:
    """From here on this page is drawn, which has looked at no parameter yet."""
    _page.set(page)
    _looked_at.set(set())


def page() -> str:
    """The page that is drawn."""
    return _page.get()


def looked_at() -> frozenset[str]:
    """The parameters that the page has looked at so far."""
    return frozenset(_looked_at.get() or ())


def _look_at(name: str) -> None:
    if (names := _looked_at.get()) is not None:
        names.add(name)


def read(name: str) -> str | None:
    """The raw text of a parameter in the address, or None."""
    _look_at(name)
    return st.query_params.get(name)


def read_all(name: str) -> list[str]:
    """The codes of a parameter, each once, given with commas or by naming the parameter again."""
    _look_at(name)
    every = (code for given in st.query_params.get_all(name) for code in given.split(MANY) if code)
    return list(dict.fromkeys(every))


def every() -> dict[str, list[str]]:
    """All parameters of the address, each with all it was given."""
    return {name: st.query_params.get_all(name) for name in st.query_params}


def without(*names: str) -> dict[str, str]:
    """The parameters of the address but these, each as one text."""
    return {name: MANY.join(given) for name, given in every().items() if name not in names}


def write(name: str, value: str | None) -> None:
    """Put a parameter into the address; None takes it out."""
    if value is None:
        st.query_params.pop(name, None)
    elif st.query_params.get_all(name) != [value]:
        st.query_params[name] = value


def remove(*names: str) -> None:
    """Take parameters out of the address."""
    for name in names:
        write(name, None)


def carried() -> dict[str, str]:
    """The parameters that follow a reader from page to page."""
    return {name: MANY.join(st.query_params.get_all(name)) for name in SHARED if name in st.query_params}


def language() -> dict[str, str]:
    """The language parameter for a link, where the address has one."""
    return {"lang": asked} if (asked := read("lang")) else {}


def clear() -> None:
    """Take out every parameter but the language."""
    for name in [name for name in st.query_params if name != "lang"]:
        del st.query_params[name]


def widget(name: str, value: Any, encode: Callable[[Any], str | None], part: str = "") -> dict[str, Any]:
    """Key and callback that tie a widget to a parameter; `part` tells two widgets of one parameter apart.

    The address leads: before the widget is drawn its state is set from the address, and a change by the reader
    goes to the address first.
    """
    key = f"address:{name}{part}"
    st.session_state[key] = value
    return {"key": key, "on_change": lambda: write(name, encode(st.session_state[key]))}
