"""Does what the articles said hold?"""

import streamlit as st

from pages.claims import entries, verdicts
from ui import blocks, filters, page
from ui.site import Page


def show() -> None:
    """The page from its question to its notes."""
    page.question("claims")
    answer = st.container()
    with filters.bar():
        chosen = verdicts.choose()
    with answer:
        page.answer(verdicts.answer(chosen))
        if counted := verdicts.strip(chosen):
            blocks.show(counted)
    entries.opened()
    entries.listing(chosen)
    page.how_to_read(["claims"])


PAGE = Page(place=9, show=show, elements=("Multiselect", "Checkbox"))
