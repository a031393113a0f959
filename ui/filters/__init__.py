"""Filters: every choice is a code in the address; a bad value falls back to the default and says so."""

from ui.filters.codes import ALL, clicked, currency, many, one, sectors, switch, view
from ui.filters.days import day
from ui.filters.free_text import written
from ui.filters.row import address, bar, left_out, say
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
    "left_out",
    "many",
    "nearest_year",
    "one",
    "rates",
    "say",
    "sectors",
    "switch",
    "view",
    "written",
    "years",
]
