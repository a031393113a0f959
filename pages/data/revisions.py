"""What the newest release of each source changed."""

import streamlit as st

import queries
from ui import blocks, feeds, figure, filters, page, sources, words
from ui.language import count, text

TOP = 25


def draw() -> None:
    """What the newest release of each source changed, largest first, of Mexico or of all countries."""
    words_of = {"MEX": text("revisions.mexico"), "all": text("revisions.all")}
    wanted = filters.one(
        "country", text("revisions.country"), list(words_of), "MEX", words_of.__getitem__, buttons=True
    )
    answer = queries.ask("revisions", country=wanted, top=TOP)
    frame = answer.frame
    finding = (
        count("revisions.finding", len(frame), n=len(frame))
        if frame.groupby("unit").size().max() < TOP or frame.empty
        else text("revisions.most", n=TOP)
    )
    blocks.show(blocks.render("finding", finding=finding, subtitle=text("revisions.subtitle")))
    if frame.empty:
        st.info(words.literal(text("revisions.none")))
        return
    columns = [
        "figure_kind",
        "item",
        *(["country"] if wanted == "all" else []),
        "period_start",
        "value_before",
        "value",
        "revision_pct",
        "unit",
        "published_before",
        "published_on",
        "source_code",
    ]
    figure.table(frame[columns], alt=finding, is_long=True)
    blocks.show(sources.paragraph(answer))
    figure.offer("revisions", finding, answer, columns)
    page.links([feeds.link("revisions", {"country": wanted})])
