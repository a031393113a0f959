"""The terms that the pages use, each with its explanation and who defines it so."""

import streamlit as st

import queries
from data.frames import records
from queries import Answer
from ui import blocks, figure, filters, state, words
from ui.language import current, text


def draw() -> None:
    """The term of the address by itself, then all of them."""
    answer = queries.ask("glossary", lang=current())
    opened(answer)
    blocks.show(
        blocks.render("finding", finding=text("glossary.title", n=len(answer.frame)), subtitle=text("glossary.how")),
        _listed(answer, None),
    )
    figure.offer("glossary", text("glossary.title", n=len(answer.frame)), answer)


def opened(answer: Answer) -> None:
    """The term that the address asks for."""
    term = filters.clicked("term", answer.frame["term"])
    if term is None:
        return
    with st.container(border=True, key="opened-term"):
        blocks.show(_listed(answer, term))
        st.button(text("glossary.close"), on_click=state.write, args=("term", None), type="tertiary")


def _listed(answer: Answer, only: str | None) -> str:
    rows = answer.frame if only is None else answer.frame[answer.frame["term"] == only]
    terms = [{**row, **words.printed(row["source_title"], row["source_url"])} for row in records(rows)]
    return blocks.render("glossary", terms=terms, source=text("figure.source"))
