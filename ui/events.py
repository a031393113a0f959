"""Events as a list that opens, entry by entry."""

from collections.abc import Mapping, Sequence
from typing import Any

from ui import blocks, numbers, words
from ui.language import text

MARKS = {"strain": "▼", "repair": "▲", "neutral": "●"}


def mark_says(event: Mapping[str, Any]) -> str:
    """What the mark of an event shows, in words."""
    intensity = text("timeline.intensity", n=event["intensity"])
    return text("label.value", label=words.code("effect", event["effect"]), value=intensity)


def listing(events: Sequence[Mapping[str, Any]], is_open: bool = False) -> None:
    """Events as a list, each opens to its summary, reason, confidence and source."""
    blocks.show(block(events, is_open))


def block(events: Sequence[Mapping[str, Any]], is_open: bool = False) -> str:
    """The list as a block."""
    return blocks.render(
        "events",
        events=[_entry(row) for row in events],
        is_open=is_open,
        source=text("figure.source"),
        no_source=text("timeline.source.none"),
    )


def _entry(event: Mapping[str, Any]) -> dict[str, Any]:
    paragraphs = [event.get("summary") or ""]
    if event.get("reason"):
        paragraphs.append(text("label.value", label=text("timeline.why"), value=event["reason"]))
    if event.get("act", event["event"]) != event["event"]:
        paragraphs.append(text("event.step"))
    if event.get("note"):
        paragraphs.append(text("label.value", label=text("event.note"), value=event["note"]))
    return {
        "effect": event["effect"],
        "mark": MARKS[event["effect"]] * event["intensity"],
        "mark_says": mark_says(event),
        "when": numbers.day(event["date"], event["date_precision"]),
        "title": event["title"],
        "facts": [
            words.code("effect", event["effect"]),
            text("timeline.intensity", n=event["intensity"]),
            words.code("category", event["category"]),
            *(words.code(group, event[group]) for group in ("us_act", "confidence", "grade") if event.get(group)),
        ],
        "paragraphs": [paragraph for paragraph in paragraphs if paragraph],
        **words.printed(event.get("source_title") or event.get("source_url") or "", event.get("source_url") or ""),
        "locator": event.get("source_locator"),
    }
