"""A text to look for."""

import streamlit as st

from ui import state, words
from ui.filters.row import chip
from ui.language import text


def free_text(name: str, label: str, placeholder: str) -> str:
    """A free text to look for; empty by default."""
    value = (state.read(name) or "")[:80]
    if value:
        chip(text("quoted.text", text=words.label(value)), name)
    tied = state.widget(name, value, lambda typed: typed.strip() or None)
    return st.text_input(label, placeholder=placeholder, width=220, **tied).strip()
