"""What did Canada and Mexico promise each other, and what became of it?"""

import streamlit as st

from data import clock
from pages.agenda import dates, picture, promises, routes
from ui import figure, filters, page
from ui.language import text
from ui.site import Page


def show() -> None:
    """The page from its question to its notes."""
    page.question("agenda")
    answer = st.container()
    with filters.bar():
        chosen = promises.choose()
    today = clock.today().isoformat()
    with answer:
        promises.answer(*chosen, today)
    found = promises.found(*chosen, today)
    if len(found.frame):
        board, beside = st.columns([3, 2], gap="large")
        with board:
            figure.draw(picture.made(*chosen, today))
        with beside:
            dates.coming()
        promises.opened(found)
    figure.draw(routes.made())
    if len(found.frame):
        promises.listing(*chosen, today)
    page.see_also([("timeline", {}, text("menu.timeline")), ("claims", {"topic": "events"}, text("see.claims"))])
    page.how_to_read(["agenda", "agenda_evidence", "agenda_places"])


PAGE = Page(place=6, show=show, elements=("ArrowVegaLiteChart", "Multiselect"), below=("Checkbox",), picture_width=532)
