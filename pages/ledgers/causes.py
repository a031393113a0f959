"""Why the books differ."""

from typing import Any

import queries
from ui import blocks, figure, numbers
from ui.language import current, text


def draw() -> None:
    """Why the books differ: each cause with its source, and a size only where a source gives one."""
    answer = queries.ask("ledger_causes")
    frame = answer.frame
    language = current()
    entries = [
        {
            "name": row[f"name_{language}"],
            "says": row[f"says_{language}"],
            "size": _size(row),
            "url": row["source_url"],
            "title": row["source_title"],
        }
        for row in frame.to_dict("records")
    ]
    blocks.show(
        blocks.render("finding", finding=text("ledgers.causes"), subtitle=text("ledgers.causes.subtitle")),
        blocks.render("causes", causes=entries, source=text("figure.source")),
    )
    columns = [f"name_{language}", f"says_{language}", "cause_size_pct", "size_period", "source_title", "source_url"]
    figure.offer("ledger-causes", text("ledgers.causes"), answer, ["cause", *columns])


def _size(row: dict[str, Any]) -> str:
    """How much of the difference a cause explains, where a source says so."""
    if numbers.missing(row["cause_size_pct"]):
        return text("ledgers.cause.unsized")
    return text("ledgers.cause.size", share=numbers.percent(row["cause_size_pct"]), period=row["size_period"])
