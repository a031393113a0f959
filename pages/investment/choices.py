"""What a reader of the investment page may choose, and the sources of each direction."""

from ui import filters, words
from ui.language import text

SOURCES = {
    "outward": ["statcan_36100008", "statcan_daily_positions", "quoted_figures"],
    "inward": ["statcan_36100008"],
}


def direction() -> str:
    """Both directions, or one."""

    def words_of(code: str) -> str:
        return text("investment.both") if code == "both" else words.code("direction", code)

    return filters.one(
        "direction", text("investment.direction"), ["both", "outward", "inward"], "both", words_of, buttons=True
    )
