"""The menu: every page with its address, in the order a reader meets them."""

from copy import copy
from functools import cache
from urllib.parse import urlencode

import streamlit as st

from data import catalog
from ui import blocks, head, search_box, site, state, whole
from ui.language import current, text


def menu_label(page: str) -> str:
    """The name of a page in the menu."""
    return text(f"menu.{page}")


def pages() -> list[st.Page]:
    """All pages for Streamlit, the first at the root."""
    return [_for_streamlit(name) for name in site.pages()]


def _for_streamlit(page: str) -> st.Page:
    """A page of one's own: Streamlit marks in it that it may run, so that readers cannot share one."""
    return copy(_of_language(page, current()))


@cache
def _of_language(page: str, language: str) -> st.Page:
    """A page with its title in a language, which is the reader's."""
    return st.Page(
        whole.shown(page),
        title=head.title(page, current()),
        url_path=page,
        default=page == next(iter(site.pages())),
    )


def sidebar(opened: str) -> None:
    """The menu on the page; links are followed by `links.js`."""
    with st.sidebar:
        blocks.show(html(opened))


def html(opened: str) -> str:
    """Site name, search, pages and languages, as one block of HTML."""
    carried = "?" + urlencode(state.carried()) if state.carried() else ""
    names = [name for name, page in site.pages().items() if page.is_in_menu]
    places = [(f"./{_path(name)}{carried}", menu_label(name), _path(name) == _path(opened)) for name in names]
    menu = blocks.render(
        "menu",
        about=text("site.about"),
        pages=places,
        label=text("menu.language"),
        languages=_languages(),
        current=current(),
    )
    return blocks.render("site_name", name=text("site.name")) + search_box.html("search-menu") + menu


def _path(page: str) -> str:
    """Where a page lies, seen from the root; the first is the root."""
    return "" if page == next(iter(site.pages())) else page


def _languages() -> list[tuple[str, str, str]]:
    """The same page in each language; a full visit, so that the shell changes its language too."""
    return [
        (code, language.name, "?" + urlencode({**state.every(), "lang": code}, doseq=True))
        for code, language in catalog.languages().items()
    ]
