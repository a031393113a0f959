"""Every claim with its verdict, those that pass the filters, and how many hold."""

from functools import partial

import pandas as pd

import queries
from data import catalog
from queries import Answer
from ui import blocks, filters, page, words
from ui.language import count, text

TOPICS = ["trade", "investment", "people", "tariffs", "events"]
MARKS = {
    "matches": "✓", "rounds": "≈", "other_concept": "◇", "partly_confirmed": "◐", "contradicted": "✕",
    "not_reproducible": "?", "cannot_be_checked_yet": "…", "not_a_statistic": "–",
}  # fmt: skip


def choose() -> Answer:
    """The claims that pass the filters: article, topic, verdict."""
    articles = sorted(set(queries.ask("claims").frame["article"]))
    return queries.ask(
        "claims",
        article=filters.many(
            "article", text("claims.article"), articles, text("claims.article.all"), partial(words.code, "article")
        ),
        topic=filters.many(
            "topic", text("claims.topic"), TOPICS, text("claims.topic.all"), partial(words.code, "topic")
        ),
        verdict=filters.many(
            "verdict",
            text("claims.verdict"),
            list(catalog.codes("verdict")),
            text("claims.verdict.all"),
            partial(words.code, "verdict"),
        ),
    )


def answer(found: pd.DataFrame) -> None:
    """How many claims hold, and the strip of verdicts."""
    if found.empty:
        page.answer(text("claims.answer.none"))
        return
    counts = found["verdict"].value_counts()
    if len(found) < len(queries.ask("claims").frame):
        page.answer(text("claims.answer.some", claims=count("claims.count", len(found), n=len(found))))
        _strip(counts)
        return
    page.answer(
        text(
            "claims.answer",
            claims=count("claims.count", len(found), n=len(found)),
            matches=int(counts.get("matches", 0)),
            against=int(counts.get("contradicted", 0) + counts.get("not_reproducible", 0)),
        )
    )
    _strip(counts)


def _strip(counts: pd.Series) -> None:
    present = [(MARKS[code], counts[code], words.code("verdict", code)) for code in MARKS if code in counts]
    blocks.show(blocks.render("verdicts", counts=present))
