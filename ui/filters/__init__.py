"""Filters: every choice is a code in the address; a bad value falls back to the default and says so."""

from ui.filters.codes import ALL, clicked, currency, many, one, sectors, switch, view
from ui.filters.days import day
from ui.filters.free_text import free_text
from ui.filters.row import address, bar, not_known, remark
from ui.filters.spans import Years, clicked_year, covered_years, nearest_year, years
from ui.filters.suppositions import rates

__all__ = [
    "ALL",
    "Years",
    "address",
    "bar",
    "clicked",
    "clicked_year",
    "covered_years",
    "currency",
    "day",
    "free_text",
    "many",
    "nearest_year",
    "not_known",
    "one",
    "rates",
    "remark",
    "sectors",
    "switch",
    "view",
    "years",
]
