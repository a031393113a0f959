"""What the publishers said on a day, and what they have revised since."""

from datetime import date

import streamlit as st

import queries
from data import clock
from data.frames import records
from ui import blocks, figure, filters, numbers, page, sources, words
from ui.language import count, text

ARTICLES = "2025-09-18"


def draw() -> None:
    """What the publishers said on a day, and what they have revised since."""
    today = clock.today()
    stops = sorted(
        {str(day.date()) for day in queries.ask("as_published", as_of=str(today)).frame["published_on"].dropna()}
        | {ARTICLES, str(today)}
    )
    named = {str(today): text("tariffs.today"), ARTICLES: text("tariffs.articles")}
    day = filters.day("date", text("ledgers.published.on"), text("tariffs.exact"), stops, ARTICLES, named)
    answer = queries.ask("as_published", as_of=day)
    frame = answer.frame
    changed = frame[frame["revision"].fillna(0) != 0]
    finding = count("ledgers.revised", len(changed), n=len(changed), day=numbers.day(date.fromisoformat(day)))
    blocks.show(blocks.render("finding", finding=finding, subtitle=text("ledgers.published.subtitle")))
    page.points(
        text("ledgers.published.changed"),
        [
            text(
                "ledgers.published.line",
                what=words.code("vintage_series", row["vintage_series"]),
                year=row["year"],
                then=_amount(row["value_then"], row["unit"]),
                since=numbers.day(row["published_on"]),
                now=_amount(row["value_latest"], row["unit"]),
                change=numbers.percent(row["revision_pct"], 1),
            )
            for row in records(changed)
        ],
    )
    blocks.show(sources.paragraph(answer))
    figure.offer("as-published", finding, answer)
    st.caption(words.literal(text("ledgers.published.single")))


def _amount(value: float, unit: str) -> str:
    return numbers.money(value) if unit == "CAD_M" else numbers.decimal(value)
