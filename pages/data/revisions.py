"""What the newest release of each source changed."""

from html import escape

import streamlit as st

import queries
from data import editions
from ui import figure, filters, words
from ui.language import count, text

TOP = 25


def revisions() -> None:
    """What the newest release of each source changed, largest first, of Mexico or of all countries."""
    words_of = {"MEX": text("revisions.mexico"), "all": text("revisions.all")}
    wanted = filters.one(
        "country", text("revisions.country"), list(words_of), "MEX", words_of.__getitem__, buttons=True
    )
    params = {"country": wanted, "top": TOP}
    frame = queries.run("revisions", **params)
    finding = (
        count("revisions.finding", len(frame), n=len(frame))
        if frame.groupby("unit").size().max() < TOP or frame.empty
        else text("revisions.most", n=TOP)
    )
    st.html(f'<h2 class="finding">{escape(finding)}</h2><p class="subtitle">{escape(text("revisions.subtitle"))}</p>')
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
    refreshed = [source for source in dict.fromkeys(frame["source_code"]) if source in editions.now().refreshed]
    rows = figure.Rows(frame, columns, "revisions", ["figures_by_vintage"], params, refreshed)
    st.html(f'<p class="source">{figure.source_line(rows.tables, rows.sources)}</p>')
    figure.offer("revisions", finding, rows)
