"""The years and the measure that figures of the people page are drawn for."""

import queries
from pages.people import measured
from ui import filters, measures, state, words
from ui.filters import Years
from ui.language import text
from ui.measures import Measure

MEASURES = ["stock", "flow"]
OPENING = "study"
# The last year before the pandemic.
INDEX_OF = 2019


def span(years: Years) -> dict[str, int]:
    """The chosen years as parameters of a query."""
    return years.params


def counted(years: Years) -> Measure:
    """The measure of a view that counts by year; the others have none."""
    view = state.read("view") or OPENING
    if view not in measured.STREAMS:
        return Measure(measures.CURRENT)
    if state.read("measure") in MEASURES:
        state.write("measure", None)
    frame = queries.ask("measured_people", stream=list(measured.STREAMS[view]), **span(years)).frame
    return measures.choose(measured.OFFERED[view], sorted(set(frame["year"])), INDEX_OF, text("people.measure.count"))


def measure() -> str:
    """Permits held at the end of the year, or permits that took effect in it."""
    if state.read("measure") in measures.EVERY:
        state.write("measure", None)
    return filters.one(
        "measure", text("people.measure"), MEASURES, "stock", lambda code: words.code("measure", code), buttons=True
    )


def counted_as(years: Years) -> Measure:
    """How the ranking counts: permits, their share of all nationalities, or beside a base year."""
    frame = queries.ask("study_permits", measure="stock", **span(years)).frame
    known = sorted(set(frame.loc[~frame["is_partial"], "year"]))
    offered = (measures.CURRENT, measures.SHARE, measures.INDEX)
    return measures.choose(offered, known, INDEX_OF, text("people.measure.count"), "show")


def last_whole_year(years: Years, measure: str) -> int | None:
    """The last year of the span of which all months are known."""
    frame = queries.ask("study_permits", measure=measure, **span(years)).frame
    whole = frame[~frame["is_partial"]]
    return None if whole.empty else int(whole["year"].iloc[-1])
