"""What readers come for, each one step away with its filters set."""

from ui import page
from ui.language import text


def draw() -> None:
    """The doors."""
    page.doors(
        text("overview.doors"),
        [
            ("trade", {"view": "sectors"}, text("overview.door.sectors")),
            ("trade", {"view": "months"}, text("overview.door.months")),
            ("ledgers", {}, text("overview.door.ledgers")),
            ("tariffs", {"view": "product", "product": "8703"}, text("overview.door.cars")),
            ("tariffs", {"view": "product", "product": "4407"}, text("overview.door.lumber")),
            ("tariffs", {"date": "2025-03-04"}, text("overview.door.peak")),
            ("tariffs", {"cusma": "lapsed"}, text("overview.door.lapsed")),
            ("timeline", {}, text("overview.door.timeline")),
            ("investment", {}, text("overview.door.investment")),
            ("people", {"view": "asylum"}, text("overview.door.asylum")),
            ("claims", {"topic": "people"}, text("overview.door.claims")),
            ("agenda", {}, text("overview.door.agenda")),
            ("briefing", {}, text("overview.door.briefing")),
        ],
    )
