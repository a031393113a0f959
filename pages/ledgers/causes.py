"""Why the books differ."""

from html import escape

import streamlit as st

import queries
from ui import figure, numbers
from ui.language import current, text


def causes() -> None:
    """Why the books differ: each cause with its source, and a size only where a source gives one."""
    answer = queries.ask("ledger_causes")
    frame = answer.frame
    language = current()
    entries = []
    for row in frame.to_dict("records"):
        size = (
            text("ledgers.cause.size", share=numbers.percent(row["cause_size_pct"]), period=row["size_period"])
            if not numbers.missing(row["cause_size_pct"])
            else text("ledgers.cause.unsized")
        )
        link = f'<a href="{escape(row["source_url"])}" target="_blank" rel="noopener">{escape(row["source_title"])}</a>'
        entries.append(
            f"<li><strong>{escape(row[f'name_{language}'])}.</strong> {escape(row[f'says_{language}'])} "
            f'{escape(size)}<br><span class="source">{escape(text("figure.source"))} {link}</span></li>'
        )
    st.html(
        f'<h2 class="finding">{escape(text("ledgers.causes"))}</h2>'
        f'<p class="subtitle">{escape(text("ledgers.causes.subtitle"))}</p><ol class="steps">{"".join(entries)}</ol>'
    )
    columns = [f"name_{language}", f"says_{language}", "cause_size_pct", "size_period", "source_title", "source_url"]
    figure.offer("ledger-causes", text("ledgers.causes"), answer, ["cause", *columns])
