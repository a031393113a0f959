"""The filters of the ledgers page, and of its figures that show one flow."""

from dataclasses import dataclass

import queries
from ui import filters, measures
from ui.filters import Years
from ui.language import text
from ui.measures import Measure


@dataclass(frozen=True)
class Choices:
    """A span of years, sectors, a currency and the measure of both flows."""

    years: Years
    sectors: list[str]
    currency: str
    measure: Measure


def choose() -> Choices:
    """The filters, drawn in the filter bar."""
    years = filters.years("ledgers")
    known = sorted(set(queries.ask("measured_ledgers", **years.params).frame["year"]))
    return Choices(
        years=years,
        sectors=filters.sectors(text("ledgers.sector"), queries.ask("sectors").frame["sector"][:14], width=200),
        currency=filters.currency(text("ledgers.currency"), "usd"),
        measure=measures.choose(measures.EVERY, known),
    )


def direction() -> str:
    """Which of the two flows a figure shows."""
    named = {"imports": text("ledgers.flow.imports"), "exports": text("ledgers.flow.exports")}
    return filters.one("flow", text("ledgers.flow"), list(named), "imports", named.__getitem__, buttons=True)


def own_currency(chosen: str, own: str) -> str:
    """What is said under a figure that the choice of a currency does not reach; nothing where it is the one chosen."""
    return "" if chosen == own else " " + text("ledgers.currency.own")
