"""The main script: language, menu and the page asked for."""

import streamlit as st

from data import catalog, editions
from queries.idle import IDLE
from ui import filters, navigation, state, terms
from ui.language import settle, text
from ui.leaving import WATCH


@st.fragment(run_every="1d")
def stay_in_touch() -> None:
    """Make the browser ask for the page again when it comes back to a server that has forgotten it.

    Streamlit does that only for pages that rerun by themselves; without it the reader's next choice would be lost.
    """


editions.pin()
settle()
terms.begin()
st.set_page_config(layout="wide", initial_sidebar_state="auto")
page = st.navigation(navigation.pages(), position="hidden")
if (asked := state.read("lang")) and asked not in catalog.LANGUAGES:
    filters.not_known(text("menu.language"), asked)
try:
    with IDLE.busy(), WATCH.page():
        page.run()
finally:
    # The menu came with the address: a page is drawn sooner without it.
    navigation.sidebar(page.url_path)
stay_in_touch()
