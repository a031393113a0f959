"""The filters of the trade page: each is shown only where it reaches the figures under it."""

from dataclasses import dataclass

import queries
from ui import filters, measures, state, words
from ui.filters import Years
from ui.language import text
from ui.measures import Measure

EVERY = tuple(filters.ALL)
# Money that Canada's consumer prices can deflate; sectors of other lenses are in US$.
IN_CAD = "cimt"
# The view that measures took the place of; its links still open the same figure.
FORMER_VIEW = "growth"
PARTNERS = "partners"


@dataclass(frozen=True)
class Choices:
    """A span of years, sectors with their lens, a measure, a currency, the year clicked if any."""

    years: Years
    sectors: tuple[str, ...]
    lens: str
    measure: Measure
    currency: str
    year: int | None

    def shown_year(self) -> int:
        """The year of figures that show one."""
        return self.year or self.years.last

    def is_year_asked(self) -> bool:
        """Whether the reader chose that year, by a click or as the end of the span."""
        return bool(self.year or state.read("to"))


def are_all_goods() -> bool:
    """Whether the address chooses no sector: what is told by partner or month is told of all goods together."""
    return not state.read_all("sector")


def choose() -> Choices:
    """The filters, drawn in the filter bar."""
    years = filters.years("trade")
    sectors = tuple(filters.sectors(text("trade.sector"), queries.ask("sectors").frame["sector"][:15], width=200))
    if sectors != EVERY:
        seen = lens()
        offered = measures.EVERY if seen == IN_CAD else (measures.CURRENT, measures.SHARE, measures.INDEX)
        known = queries.ask("trade_totals_by_lens", lens=seen, **years.params).frame["year"]
        return Choices(years, sectors, seen, measures.choose(offered, known), "cad", filters.clicked_year("trade"))
    if state.read("view") == FORMER_VIEW:
        state.write("view", None)
        state.write("measure", "index")
    known = queries.ask("measured_trade", series="goods", **years.params).frame["year"]
    measure = measures.choose(measures.EVERY, known, _index_of())
    return Choices(
        years=years,
        sectors=sectors,
        lens="",
        measure=measure,
        currency=filters.currency(text("trade.currency")) if measure.code == measures.CURRENT else "cad",
        year=filters.clicked_year("trade"),
    )


def _index_of() -> int:
    """The year an index begins with: of partners the first that is known of them all."""
    return (
        int(queries.ask("trade_periods").frame["year"].min()) if state.read("view") == PARTNERS else measures.INDEX_OF
    )


def lens() -> str:
    """Under which lens sectors are seen."""
    lenses = list(queries.ask("sector_lenses").frame["lens"])
    return filters.one("lens", text("trade.lens"), lenses, lenses[0], lambda code: words.code("lens", code), True)
