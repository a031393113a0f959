"""How current each official source is, and what its newest release changed."""

from datetime import datetime
from html import escape

import pandas as pd
import streamlit as st

import queries
from data import clock, editions, health
from data.health import Freshness
from ui import figure, filters, numbers, words
from ui.language import count, text

TOP = 25


def _fresh() -> list[Freshness]:
    return health.freshness(editions.now(), clock.today())


def answer() -> None:
    """When the tables were last refreshed, how many sources are behind, and whether an edition is not served."""
    made = editions.now().made
    if not made:
        said = text("fresh.answer.shipped")
    else:
        late = sum(fresh.state in ("overdue", "failed") for fresh in _fresh())
        day = numbers.day(datetime.fromisoformat(made))
        said = (
            text("fresh.answer", day=day)
            + " "
            + (count("fresh.late", late, n=late) if late else text("fresh.all_current"))
        )
    st.html(f'<p class="subtitle">{escape(said)}</p>')
    if problem := editions.stand()[1]:
        st.warning(words.literal(f"{text('fresh.problem')} {problem}"))


def sources() -> None:
    """A table of every source: published, age, last asked, next release, state."""
    states = {
        "never": text("fresh.state.never"),
        "current": text("fresh.state.current"),
        "overdue": text("fresh.state.overdue"),
        "failed": text("fresh.state.failed"),
    }
    st.html(
        f'<h2 class="finding">{escape(text("fresh.title"))}</h2><p class="subtitle">{escape(text("fresh.how"))}</p>'
    )
    rows = [
        {
            text("fresh.source"): words.code("source_code", fresh.source),
            text("fresh.state"): states[fresh.state],
            text("fresh.published"): _published(fresh),
            text("fresh.asked"): numbers.day(fresh.asked) if fresh.asked else "–",
            text("fresh.due"): numbers.day(fresh.due) if fresh.due else "–",
        }
        for fresh in _fresh()
    ]
    st.table(pd.DataFrame(rows), hide_index=True, border="horizontal", alt=text("fresh.title"))
    failed = [fresh for fresh in _fresh() if fresh.state == "failed"]
    items = "".join(
        f'<li>{escape(words.code("source_code", fresh.source))}: <span lang="en">{escape(fresh.says)}</span></li>'
        for fresh in failed
    )
    if items:
        st.html(f'<p class="subtitle"><strong>{escape(text("fresh.failed"))}</strong></p><ul>{items}</ul>')


def _published(fresh: Freshness) -> str:
    if fresh.published is None:
        return text("fresh.shipped", vintage=fresh.shipped) if fresh.shipped else "–"
    age = count("fresh.days", fresh.age_days or 0, n=fresh.age_days)
    return f"{numbers.day(fresh.published)} ({age})"


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
