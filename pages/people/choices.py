"""The years and the measure that figures of the people page are drawn for."""

import queries
from ui import filters, words
from ui.filters import Years
from ui.language import text

SOURCES = {"stock": "study_stock_by_country", "flow": "study_effective_annual"}
MEASURES = ["stock", "flow"]


def span(years: Years) -> dict[str, int]:
    """The chosen years as parameters of a query."""
    return years.params


def measure() -> str:
    """Permits held at the end of the year, or permits that took effect in it."""
    return filters.one(
        "measure", text("people.measure"), MEASURES, "stock", lambda code: words.code("measure", code), buttons=True
    )


def last_whole_year(years: Years, measure: str) -> int | None:
    """The last year of the span of which all months are known."""
    frame = queries.ask("study_permits", measure=measure, **span(years)).frame
    whole = frame[~frame["is_partial"]]
    return None if whole.empty else int(whole["year"].iloc[-1])
