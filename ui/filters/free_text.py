"""A text to look for."""

import streamlit as st

from ui import state, words
from ui.filters.row import chip
from ui.language import text


def free_text(name: str, label: str, placeholder: str, is_drawn: bool = True) -> str:
    """A free text to look for; empty by default. It holds where it is not drawn too."""
    value = (state.read(name) or "")[:80]
    if value:
        chip(text("quoted.text", text=words.label(value)), name)
    if not is_drawn:
        return value.strip()
    tied = state.widget(name, value, lambda typed: typed.strip() or None)
    return st.text_input(label, placeholder=placeholder, width=220, **tied).strip()
