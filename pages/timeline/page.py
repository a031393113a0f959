"""What strained the relation, and what repaired it?"""

import streamlit as st

from pages.timeline import chapters, chart, choices, overview
from pages.timeline import found as events_found
from ui import blocks, feeds, figure, filters, page
from ui.site import Page


def show() -> None:
    """The page from its question to its notes; the window stands below the picture that it moves."""
    page.question("timeline")
    answer, top = st.container(), st.container()
    picture, below = st.container(), st.container(key="window")
    event, closing = st.container(), st.container(key="closing")
    with top:
        with filters.bar():
            chosen = choices.choose()
            with below:
                bar = st.container()
                years = overview.years()
        with st.container(key="chapters"):
            window = chapters.choose(years)
    with answer:
        page.answer(events_found.answer(chosen, window))
    found = events_found.events_of(chosen, window).frame
    if len(found):
        with picture:
            figure.draw(chart.made(chosen, window), closing=closing)
        with closing:
            chart.offer_series(chosen.series, window)
    with bar:
        blocks.show(overview.bar(chosen, window))
    with event:
        events_found.opened(found)
    if len(found):
        events_found.story(found, chosen, window)
    page.links([feeds.link("events", choices.narrowing(chosen))])
    page.how_to_read(["events", "event_chapters"])


PAGE = Page(place=5, show=show, elements=("ArrowVegaLiteChart", "Slider", "Multiselect", "ButtonGroup"), below=("Checkbox",))
