"""Why the books differ."""

from typing import Any

import queries
from data.frames import records
from ui import blocks, figure, numbers, words
from ui.language import count, current, text


def draw() -> None:
    """Why the books differ: each cause with its source, and a size only where a source gives one."""
    answer = queries.ask("ledger_causes", lang=current())
    frame = answer.frame
    entries = [
        {
            "name": row["name"],
            "says": row["says"],
            "size": _size(row),
            **words.printed(row["source_title"], row["source_url"]),
        }
        for row in records(frame)
    ]
    sized = int(frame["cause_size_pct"].notna().sum())
    finding = count("ledgers.causes", len(frame), n=len(frame), sized=count("ledgers.causes.sized", sized, n=sized))
    blocks.show(
        blocks.render("finding", finding=finding, subtitle=text("ledgers.causes.subtitle")),
        blocks.render("causes", causes=entries, source=text("figure.source")),
    )
    columns = ["name", "says", "cause_size_pct", "size_period", "source_title", "source_url"]
    figure.offer("ledger-causes", finding, answer, columns)


def _size(row: dict[str, Any]) -> str:
    """How much of the difference a cause explains, where a source says so."""
    if numbers.missing(row["cause_size_pct"]):
        return text("ledgers.cause.unsized")
    return text("ledgers.cause.size", share=numbers.percent(row["cause_size_pct"]), period=row["size_period"])
