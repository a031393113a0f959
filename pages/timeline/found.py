"""The events found: how many, the one that was clicked, and all of them."""

from typing import Any

import pandas as pd
import streamlit as st

import queries
from queries import Answer
from ui import events, filters, numbers, page, state, words
from ui.filters import Years
from ui.language import count, text

LISTED = 20


def answer(years: Years, chosen: dict[str, Any]) -> Answer:
    """The page's sentence; returns the events found."""
    params = {**years.params, **chosen}
    answered = queries.ask("events", **params)
    found = answered.frame
    counts = queries.ask("event_counts", **params).frame.set_index("effect")["events"]
    if found.empty:
        page.answer(text("timeline.answer.none", years=numbers.years(years.first, years.last)))
        return answered
    numbers_of = {effect: int(counts.get(effect, 0)) for effect in events.MARKS}
    page.answer(
        text(
            "timeline.answer",
            years=numbers.years(years.first, years.last),
            events=count("timeline.events", len(found), n=numbers.decimal(len(found))),
            strains=count("timeline.strains", numbers_of["strain"], n=numbers_of["strain"]),
            repairs=count("timeline.repairs", numbers_of["repair"], n=numbers_of["repair"]),
        )
    )
    return answered


def opened(found: pd.DataFrame) -> None:
    """The event of the address, opened to its sources."""
    event = filters.clicked("event", found["event"])
    if event is None:
        st.caption(words.literal(text("timeline.click")))
        return
    with st.container(border=True, key="opened-event"):
        events.listing(found[found["event"] == event], is_open=True)
        st.button(text("timeline.close"), on_click=state.write, args=("event", None), type="tertiary")


def newest_first(found: pd.DataFrame) -> None:
    """The events found, newest first; the older ones on demand."""
    everything = len(found) <= LISTED or filters.switch("all", text("timeline.all", n=numbers.decimal(len(found))))
    events.listing(found.iloc[::-1] if everything else found.iloc[::-1].head(LISTED))
