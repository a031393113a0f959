"""The main script: language, menu, the page asked for, and what every page ends with."""

from pathlib import Path

import streamlit as st

import queries
from data import catalog, editions
from ui import blocks, filters, navigation, state, words
from ui.language import text

STYLE = Path(__file__).resolve().parent / "style.css"


@st.fragment(run_every="1d")
def stay_in_touch() -> None:
    """Make the browser ask for the page again when it comes back to a server that has forgotten it.

    Streamlit does that only for pages that rerun by themselves; without it the reader's next choice would be lost.
    """


editions.pin()
st.set_page_config(layout="wide", initial_sidebar_state="auto")
st.html(STYLE)
page = st.navigation(navigation.pages(), position="hidden")
navigation.sidebar()
if (asked := state.read("lang")) and asked not in catalog.LANGUAGES:
    filters.not_known(text("menu.language"), asked)
try:
    page.run()
except queries.TableUnavailable as error:
    st.error(
        text("error.table", file=f"data/tables/{error.table}.parquet", command=f"python -m data build {error.table}")
    )
except (queries.BrokenHeader, catalog.Mistakes) as error:
    st.error(words.literal(text("error.catalog", says=str(error))))
except queries.OverLimit:
    st.error(text("error.limit"))
blocks.show(blocks.render("footer", sentence=text("site.footer")))
stay_in_touch()
