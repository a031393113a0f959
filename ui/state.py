"""The address is the whole state of a page: codes in the query string, absent where the default holds."""

from collections.abc import Callable
from typing import Any

import streamlit as st

SHARED = ("lang", "from", "to", "sector", "currency")
MANY = ","


def read(name: str) -> str | None:
    """The raw text of a parameter in the address, or None."""
    return st.query_params.get(name)


def read_all(name: str) -> list[str]:
    """The codes of a parameter, each once, given with commas or by naming the parameter again."""
    every = (code for given in st.query_params.get_all(name) for code in given.split(MANY) if code)
    return list(dict.fromkeys(every))


def every() -> dict[str, list[str]]:
    """All parameters of the address, each with all it was given."""
    return {name: st.query_params.get_all(name) for name in st.query_params}


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
