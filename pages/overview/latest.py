"""The last events."""

import streamlit as st

import queries
from ui import events, navigation, page, site, words
from ui.language import text

LATEST = 5


def draw() -> None:
    """The last events, newest first."""
    st.subheader(words.literal(text("overview.events")), anchor=False)
    events.listing(queries.ask("latest_events", top=LATEST).frame)
    st.page_link(
        site.script("timeline"),
        label=text("card.more", page=navigation.menu_label("timeline")),
        query_params={**page.language(), "from": "2024"},
        icon=":material/arrow_forward:",
    )
