"""The filters of the trade page."""

from dataclasses import dataclass

import queries
from ui import filters, state
from ui.filters import Years
from ui.language import text


@dataclass(frozen=True)
class Choices:
    """A span of years, sectors, a currency, and the year that was clicked if any."""

    years: Years
    sectors: list[str]
    currency: str
    year: int | None

    def shown_year(self) -> int:
        """The year of figures that show one."""
        return self.year or self.years.last

    def is_year_asked(self) -> bool:
        """Whether the reader chose that year, by a click or as the end of the span."""
        return bool(self.year or state.read("to"))


def choose() -> Choices:
    """The filters, drawn in the filter bar."""
    return Choices(
        years=filters.years("trade"),
        sectors=filters.sectors(text("trade.sector"), queries.ask("sectors").frame["sector"][:15]),
        currency=filters.currency(text("trade.currency")),
        year=filters.clicked_year("trade"),
    )
