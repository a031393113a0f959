"""The menu: every page with its address, in the order a reader meets them."""

from html import escape
from urllib.parse import urlencode

import streamlit as st

from ui import state
from ui.language import LOCALES, NAMES, current, text

ADDRESSES = ("overview", "trade", "ledgers", "tariffs", "timeline", "investment", "people", "claims", "data")


def menu_label(name: str) -> str:
    """The name of a page in the menu."""
    labels = {
        "overview": text("menu.overview"),
        "trade": text("menu.trade"),
        "ledgers": text("menu.ledgers"),
        "tariffs": text("menu.tariffs"),
        "timeline": text("menu.timeline"),
        "investment": text("menu.investment"),
        "people": text("menu.people"),
        "claims": text("menu.claims"),
        "data": text("menu.data"),
    }
    return labels[name]


def file_of(name: str) -> str:
    """Where the page's script lies, as seen from the main script."""
    return f"../pages/{name}/page.py"


def pages() -> list[st.Page]:
    """All pages for Streamlit, the overview at the root."""
    return [
        st.Page(
            file_of(name),
            title=f"{menu_label(name)} · {text('site.name')}",
            url_path=name,
            default=name == ADDRESSES[0],
        )
        for name in ADDRESSES
    ]


def sidebar() -> None:
    """Site name, pages and languages."""
    with st.sidebar:
        st.markdown(f"**{text('site.name')}**")
        for name in ADDRESSES:
            st.page_link(file_of(name), label=menu_label(name), query_params=state.carried(), width="stretch")
        st.html(_languages())
        st.caption(text("site.about"))


def _languages() -> str:
    """Links to the same page in each language; a full visit, so that the shell changes its language too."""
    parts = []
    for language in LOCALES:
        address = "?" + urlencode({**state.every(), "lang": language}, doseq=True)
        mark = ' aria-current="true"' if language == current() else ""
        link = f'<a href="{escape(address)}" target="_self" lang="{language}" hreflang="{language}"{mark}>'
        parts.append(f"{link}{NAMES[language]}</a>")
    return f'<nav class="languages" aria-label="{escape(text("menu.language"))}">{" ".join(parts)}</nav>'
