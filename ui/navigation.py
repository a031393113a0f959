"""The menu: every page with its address, in the order a reader meets them."""

from urllib.parse import urlencode

import streamlit as st

from data import catalog
from ui import blocks, site, state
from ui.language import current, text


def menu_label(page: str) -> str:
    """The name of a page in the menu."""
    return text(f"menu.{page}")


def pages() -> list[st.Page]:
    """All pages for Streamlit, the first at the root."""
    site_name = text("site.name")
    return [
        st.Page(
            site.script(name),
            title=f"{menu_label(name)} · {site_name}",
            url_path=name,
            default=place == 0,
        )
        for place, name in enumerate(site.pages())
    ]


def sidebar() -> None:
    """Site name, pages and languages."""
    with st.sidebar:
        st.markdown(f"**{text('site.name')}**")
        for name in site.pages():
            st.page_link(site.script(name), label=menu_label(name), query_params=state.carried(), width="stretch")
        blocks.show(_languages())
        st.caption(text("site.about"))


def _languages() -> str:
    """Links to the same page in each language; a full visit, so that the shell changes its language too."""
    links = [
        (code, language.name, "?" + urlencode({**state.every(), "lang": code}, doseq=True))
        for code, language in catalog.languages().items()
    ]
    return blocks.render("languages", label=text("menu.language"), languages=links, current=current())
