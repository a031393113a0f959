"""Words to be copied that open over the page, without asking the server."""

import streamlit as st

from ui import blocks


def show(label: str, words: str, note: str = "") -> None:
    """A quiet button that opens a note and the words to be copied."""
    st.html(blocks.render("pop_up", label=label, words=words, note=note), width="content")
