"""Events as a list that opens, entry by entry."""

from typing import Any

import pandas as pd

from ui import blocks, numbers, words
from ui.language import current, text

MARKS = {"strain": "▼", "repair": "▲", "neutral": "●"}


def listing(events: pd.DataFrame, is_open: bool = False) -> None:
    """Events as a list, each opens to its summary, reason, confidence and source."""
    blocks.show(
        blocks.render(
            "events",
            events=[_entry(row) for row in events.to_dict("records")],
            is_open=is_open,
            source=text("figure.source"),
            no_source=text("timeline.source.none"),
        )
    )


def _entry(event: dict[str, Any]) -> dict[str, Any]:
    language = current()
    paragraphs = [event.get(f"summary_{language}") or ""]
    if event.get(f"reason_{language}"):
        paragraphs.append(text("label.value", label=text("timeline.why"), value=event[f"reason_{language}"]))
    if event.get(f"note_{language}"):
        paragraphs.append(text("label.value", label=text("event.note"), value=event[f"note_{language}"]))
    return {
        "effect": event["effect"],
        "mark": MARKS[event["effect"]] * event["intensity"],
        "when": numbers.day(event["date"], event["date_precision"]),
        "title": event[f"title_{language}"],
        "facts": [
            words.code("effect", event["effect"]),
            text("timeline.intensity", n=event["intensity"]),
            words.code("category", event["category"]),
            words.code("confidence", event["confidence"]),
        ],
        "paragraphs": [paragraph for paragraph in paragraphs if paragraph],
        "url": event.get("source_url"),
        "source": event.get("source_title") or event.get("source_url"),
        "locator": event.get("source_locator"),
    }
