"""Filters: every choice is a code in the address; a bad value falls back to the default and says so."""

from ui.filters.codes import ALL, clicked, currency, many, one, sectors, switch, view
from ui.filters.days import day
from ui.filters.free_text import free_text
from ui.filters.row import address, bar, begin, more, not_known, on_a_phone, remark, said, shows_events
from ui.filters.spans import (
    Years,
    chosen_years,
    clicked_year,
    covered_years,
    nearest_year,
    year_field,
    years,
    years_slider,
)
from ui.filters.suppositions import rates

__all__ = [
    "ALL",
    "Years",
    "address",
    "bar",
    "begin",
    "chosen_years",
    "clicked",
    "clicked_year",
    "covered_years",
    "currency",
    "day",
    "free_text",
    "many",
    "more",
    "nearest_year",
    "not_known",
    "on_a_phone",
    "one",
    "rates",
    "remark",
    "said",
    "sectors",
    "shows_events",
    "switch",
    "view",
    "year_field",
    "years",
    "years_slider",
]
