"""The events found: how many, the one that was tapped, and the story in chapters, oldest first."""

from typing import Any

import pandas as pd
import streamlit as st

import queries
from data.frames import records
from pages.timeline import chapters, fields
from pages.timeline.chapters import Window
from pages.timeline.choices import Choices
from queries import Answer
from ui import blocks, events, filters, numbers, state
from ui.language import count, current, text
from ui.remember import remembered

# More events than these are told by their strongest, chapter by chapter; the rest on demand.
LISTED = 30


def events_of(chosen: Choices, window: Window) -> Answer:
    """The events found, oldest first."""
    return queries.ask("events", lang=current(), **window.params, **chosen.params)


@remembered
def answer(chosen: Choices, window: Window) -> str:
    """The page's sentences, the relation itself first, and up to when sources were read."""
    found = events_of(chosen, window).frame
    if found.empty:
        return text("timeline.answer.none", years=window.in_words)
    marks = count("timeline.events", len(found), n=numbers.decimal(len(found)))
    told = text("timeline.answer", years=window.in_words, events=marks)
    return " ".join([*fields.sentences(chosen, window), told, _read(window)])


def _read(window: Window) -> str:
    """Up to which day sources were read: that of the newest event of all."""
    newest = queries.ask("latest_events", date=str(window.today), top=1, lang=current()).frame.iloc[0]
    return text("age.read", day=numbers.day(newest["date"]))


def opened(found: pd.DataFrame) -> None:
    """The event of the address, opened to its sources, also where the window or a filter leaves it out."""
    asked = state.read("event")
    if asked is None:
        return
    if asked not in set(found["event"]):
        found = queries.ask("events", lang=current()).frame
    event = filters.clicked("event", found["event"])
    if event is None:
        return
    with st.container(border=True, key="opened-event"):
        events.listing(records(found[found["event"] == event]), is_open=True)
        st.button(text("timeline.close"), on_click=state.write, args=("event", None), type="tertiary")


def story(found: pd.DataFrame, chosen: Choices, window: Window) -> None:
    """The events by chapter, oldest first; of many only the strongest, the rest on demand."""
    everything = len(found) <= LISTED or filters.switch("all", text("timeline.all", n=numbers.decimal(len(found))))
    kept = state.without("from", "to", "event")
    for told in _told(chosen, window, everything, tuple(kept.items())):
        blocks.show(told)


@remembered
def _told(chosen: Choices, window: Window, everything: bool, kept: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """The chapters with their events, a block each; `kept` are the parameters of their links."""
    in_chapters = chapters.known(window.today, **chosen.params)
    found: dict[str, list[dict[str, Any]]] = {}
    for event in records(events_of(chosen, window).frame):
        found.setdefault(event["chapter"], []).append(event)
    return tuple(
        chapters.heading(in_chapters[chapter], dict(kept)) + events.block(rows if everything else _strongest(rows))
        for chapter, rows in found.items()
    )


def _strongest(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    greatest = max(row["intensity"] for row in rows)
    return [row for row in rows if row["intensity"] == greatest]
