"""What a reader of the ledgers page may choose."""

from ui import filters
from ui.language import text


def direction() -> str:
    """Which of the two flows a figure shows."""
    named = {"imports": text("ledgers.flow.imports"), "exports": text("ledgers.flow.exports")}
    return filters.one("flow", text("ledgers.flow"), list(named), "imports", named.__getitem__, buttons=True)
