"""Who comes from Mexico to study, work, visit or seek asylum?"""

from collections.abc import Callable

import streamlit as st

from data import clock
from pages.people import asylum, choices, measured, provinces, ranking, season, study, summary, visas, work
from ui import figure, filters, page
from ui.filters import Years
from ui.measures import CURRENT, Measure
from ui.site import Page, View


def show() -> None:
    """The page from its question to its notes."""
    page.question("people")
    answer = st.container()
    with filters.bar(events=True):
        years = filters.years("people")
        measure = choices.counted(years)
    with answer:
        page.answer(summary.answer(years, clock.today()))
    view = page.draw_view("people", years, measure)
    page.headline(summary.figures(years, clock.today()))
    page.how_to_read(view.tables)


def counted(view: str, draw: Callable[[Years], object]) -> Callable[[Years, Measure], None]:
    """A view that counts by year, in the measure chosen."""

    def shown(years: Years, measure: Measure) -> None:
        if measure.code == CURRENT:
            draw(years)
        else:
            measured.draw(view, years, measure)

    return shown


PAGE = Page(
    place=8,
    show=show,
    elements=("ArrowVegaLiteChart", "Slider", "Selectbox", "ButtonGroup", "Checkbox"),
    views={
        "study": View(counted("study", study.draw), ["study_permits"]),
        "ranking": View(lambda years, _: ranking.draw(years), ["study_permits"]),
        "season": View(lambda years, _: season.draw(years), ["study_permits_monthly"]),
        "provinces": View(
            lambda years, _: figure.draw(provinces.picture(years, choices.measure())), ["study_permits_by_level"]
        ),
        "work": View(
            counted("work", lambda years: figure.draw(work.picture(years))), ["permits_annual", "permanent_residents"]
        ),
        "asylum": View(counted("asylum", asylum.draw), ["asylum_claims", "asylum_decisions", "visa_policy_dates"]),
        "visas": View(lambda years, _: visas.draw(years), ["visitor_visas", "visa_policy_dates"]),
    },
)
