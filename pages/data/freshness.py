"""How current each official source is."""

from datetime import datetime

import pandas as pd
import streamlit as st

from data import clock, editions, health
from data.health import Freshness
from ui import blocks, numbers, words
from ui.language import count, text


def _fresh() -> list[Freshness]:
    return health.freshness(editions.now(), clock.today())


def answer() -> None:
    """When the tables were last refreshed, how many sources are behind, and whether an edition is not served."""
    made = editions.now().made
    if not made:
        sentence = text("fresh.answer.shipped")
    else:
        late = sum(fresh.state in ("overdue", "failed") for fresh in _fresh())
        day = numbers.day(datetime.fromisoformat(made))
        sentence = (
            text("fresh.answer", day=day)
            + " "
            + (count("fresh.late", late, n=late) if late else text("fresh.all_current"))
        )
    blocks.show(blocks.render("subtitle", sentence=sentence))
    if problem := editions.in_force()[1]:
        st.warning(words.literal(f"{text('fresh.problem')} {problem}"))


def sources() -> None:
    """A table of every source: published, age, last asked, next release, state."""
    blocks.show(blocks.render("finding", finding=text("fresh.title"), subtitle=text("fresh.how")))
    rows = [
        {
            text("fresh.source"): words.code("source_code", fresh.source),
            text("fresh.state"): text(f"fresh.state.{fresh.state}"),
            text("fresh.published"): _published(fresh),
            text("fresh.asked"): numbers.day(fresh.asked) if fresh.asked else "–",
            text("fresh.due"): numbers.day(fresh.due) if fresh.due else "–",
        }
        for fresh in _fresh()
    ]
    st.table(pd.DataFrame(rows), hide_index=True, border="horizontal", alt=text("fresh.title"))
    for name, names in health.without_code(editions.now()).items():
        st.caption(
            words.literal(text("fresh.without_code", source=words.code("source_code", name), names="; ".join(names)))
        )
    failed = [(words.code("source_code", fresh.source), fresh.says) for fresh in _fresh() if fresh.state == "failed"]
    if failed:
        blocks.show(blocks.render("failed", title=text("fresh.failed"), failures=failed))


def _published(fresh: Freshness) -> str:
    if fresh.published is None:
        return text("fresh.shipped", vintage=fresh.shipped) if fresh.shipped else "–"
    age = count("fresh.days", fresh.age_days or 0, n=fresh.age_days)
    return f"{numbers.day(fresh.published)} ({age})"
