"""Who owns what in the other country?"""

import streamlit as st

from data import clock
from pages.investment import choices, countries, positions, summary
from ui import figure, filters, page
from ui.site import Page, View


def show() -> None:
    """The page from its question to its notes."""
    page.question("investment")
    answer = st.container()
    with filters.bar(events=True):
        years = filters.years("investment")
        direction = choices.direction()
        measure = choices.measure(years)
    with answer:
        page.answer(summary.answer(years, clock.today()))
    page.draw_view("investment", years, direction, measure)
    page.headline(summary.figures(years, clock.today()))
    page.how_to_read(["direct_investment", "quoted_figures"])


PAGE = Page(
    place=7,
    show=show,
    elements=("ArrowVegaLiteChart", "Slider", "Selectbox", "ButtonGroup", "Checkbox"),
    views={
        "positions": View(positions.draw),
        "countries": View(lambda years, direction, measure: figure.draw(countries.picture(years, direction, measure))),
    },
)
