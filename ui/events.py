"""Events as a list that opens, entry by entry."""

from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from ui import numbers, words
from ui.language import current, text

MARKS = {"strain": "▼", "repair": "▲", "neutral": "●"}


def listing(events: pd.DataFrame, is_open: bool = False) -> None:
    """Events as a list, each opens to its summary, reason, confidence and source."""
    entries = "".join(_entry(row, is_open) for row in events.to_dict("records"))
    st.html(f'<div class="events">{entries}</div>')


def _entry(event: dict[str, Any], is_open: bool) -> str:
    language = current()
    when = numbers.day(event["date"], event["date_precision"])
    facts = [
        words.code("effect", event["effect"]),
        text("timeline.intensity", n=event["intensity"]),
        words.code("category", event["category"]),
        words.code("confidence", event["confidence"]),
    ]
    paragraphs = [escape(event.get(f"summary_{language}") or "")]
    if event.get(f"reason_{language}"):
        paragraphs.append(escape(text("label.value", label=text("timeline.why"), value=event[f"reason_{language}"])))
    if event.get(f"note_{language}"):
        paragraphs.append(escape(text("label.value", label=text("event.note"), value=event[f"note_{language}"])))
    paragraphs.append(_source(event))
    return (
        f"<details{' open' if is_open else ''}><summary>"
        f'<span class="mark {event["effect"]}">{MARKS[event["effect"]] * event["intensity"]}</span> '
        f'<span class="when">{escape(when)}</span> {escape(event[f"title_{language}"])}</summary>'
        f'<p class="source">{escape(" · ".join(facts))}</p>'
        + "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs if paragraph)
        + "</details>"
    )


def _source(event: dict[str, Any]) -> str:
    url, title = event.get("source_url"), event.get("source_title")
    if not url:
        return escape(text("timeline.source.none"))
    locator = f" ({escape(event['source_locator'])})" if event.get("source_locator") else ""
    link = f'<a href="{escape(url)}" target="_blank" rel="noopener">{escape(title or url)}</a>'
    return f"{escape(text('figure.source'))} {link}{locator}"
