"""The filters of the ledgers page, and of its figures that show one flow."""

from dataclasses import dataclass

import queries
from ui import filters
from ui.filters import Years
from ui.language import text


@dataclass(frozen=True)
class Choices:
    """A span of years, sectors and a currency."""

    years: Years
    sectors: list[str]
    currency: str


def choose() -> Choices:
    """The filters, drawn in the filter bar."""
    return Choices(
        years=filters.years("ledgers"),
        sectors=filters.sectors(text("ledgers.sector"), queries.ask("sectors").frame["sector"][:14]),
        currency=filters.currency(text("ledgers.currency"), "usd"),
    )


def direction() -> str:
    """Which of the two flows a figure shows."""
    named = {"imports": text("ledgers.flow.imports"), "exports": text("ledgers.flow.exports")}
    return filters.one("flow", text("ledgers.flow"), list(named), "imports", named.__getitem__, buttons=True)
