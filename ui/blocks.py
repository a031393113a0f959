"""Blocks of HTML from the templates beside; whatever is put into them is escaped."""

from pathlib import Path
from typing import Any

import streamlit as st
from jinja2 import Environment, FileSystemLoader, StrictUndefined

# A template is read and compiled once: what is deployed does not change under a running site.
TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).resolve().parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
)


def render(template: str, **values: Any) -> str:
    """The template filled."""
    return TEMPLATES.get_template(f"{template}.html").render(values)


def show(*blocks: str) -> None:
    """Put blocks on the page as one element: each costs the browser time."""
    st.html("".join(blocks))
