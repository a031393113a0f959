"""What strained the relation, and what repaired it?"""

import streamlit as st

from pages.timeline import chapters, chart, choices, overview
from pages.timeline import found as events_found
from ui import blocks, feeds, figure, filters, page
from ui.site import Page


def show() -> None:
    """The page from its question to its notes; below the picture stand all years, with the slider that moves it."""
    page.question("timeline")
    answer, top = st.container(), st.container()
    picture, event, closing = st.container(key="picture"), st.container(), st.container(key="closing")
    with top:
        with filters.bar():
            chosen = choices.choose()
            years = filters.chosen_years("timeline")
            window = chapters.choose(years)
        blocks.show(chapters.links(years, window))
    with answer:
        page.answer(events_found.answer(chosen, window))
    found = events_found.events_of(chosen, window).frame
    with picture:
        if len(found):
            figure.draw(chart.made(chosen, window), closing=closing)
        with st.container(key="window"):
            blocks.show(overview.bar(chosen, window))
            filters.years_slider("timeline", years, instead_of="chapter", width="stretch")
    with event:
        events_found.opened(found)
    if len(found):
        with closing:
            chart.offer_series(chosen.series, window)
        events_found.story(found, chosen, window)
    page.links([feeds.link("events", choices.narrowing(chosen))])
    page.how_to_read(["events", "event_chapters"])


PAGE = Page(place=5, show=show, elements=("ArrowVegaLiteChart", "Multiselect"), below=("Slider", "Checkbox"))
