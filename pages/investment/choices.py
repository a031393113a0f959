"""What a reader of the investment page may choose."""

import queries
from ui import filters, measures, state, words
from ui.filters import Years
from ui.language import text
from ui.measures import Measure

NEWEST = "statcan_table"


def direction() -> str:
    """Both directions, or one."""

    def words_of(code: str) -> str:
        return text("investment.both") if code == "both" else words.code("direction", code)

    return filters.one(
        "direction", text("investment.direction"), ["both", "outward", "inward"], "both", words_of, buttons=True
    )


def measure(years: Years) -> Measure:
    """The measure of positions; an index begins with the newest vintage, since vintages are never joined."""
    frame = queries.ask("measured_investment", **years.params).frame
    newest = frame.loc[frame["series"] == NEWEST, "year"]
    # Of countries only the newest vintage is known.
    known = newest if state.read("view") == "countries" else frame["year"]
    return measures.choose(measures.EVERY, sorted(set(known)), int(newest.min()) if len(newest) else 0)
