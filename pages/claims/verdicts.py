"""Every claim with its verdict, those that pass the filters, and how many hold."""

from dataclasses import asdict, dataclass
from functools import partial

import pandas as pd

import queries
from data import catalog
from queries import Answer
from ui import blocks, filters, words
from ui.language import count, current, text
from ui.remember import remembered

TOPICS = ["trade", "investment", "people", "tariffs", "events"]
MARKS = {
    "matches": "✓", "repeats_quotation": "❞", "other_concept": "◇", "partly_confirmed": "◐", "contradicted": "✕",
    "not_reproducible": "?", "cannot_be_checked_yet": "…", "not_a_statistic": "–",
}  # fmt: skip


@dataclass(frozen=True)
class Choices:
    """Articles, topics and verdicts of the claims shown."""

    article: tuple[str, ...]
    topic: tuple[str, ...]
    verdict: tuple[str, ...]

    def found(self) -> Answer:
        """The claims that pass."""
        chosen = {name: list(codes) for name, codes in asdict(self).items()}
        return queries.ask("claims", lang=current(), **chosen)


def choose() -> Choices:
    """The filters, drawn in the filter bar."""
    options = {"article": _articles(), "topic": TOPICS, "verdict": list(catalog.codes("verdict"))}
    labels = {
        "article": (text("claims.article"), text("claims.article.all")),
        "topic": (text("claims.topic"), text("claims.topic.all")),
        "verdict": (text("claims.verdict"), text("claims.verdict.all")),
    }
    chosen = {
        name: filters.many(name, labels[name][0], codes, labels[name][1], partial(words.code, name))
        for name, codes in options.items()
    }
    return Choices(**{name: tuple(codes) for name, codes in chosen.items()})


@remembered
def _articles() -> tuple[str, ...]:
    return tuple(sorted(set(queries.ask("claims", lang=current()).frame["article"])))


@remembered
def answer(chosen: Choices) -> str:
    """How many claims hold."""
    found = chosen.found().frame
    if found.empty:
        return text("claims.answer.none")
    if len(found) < len(queries.ask("claims", lang=current()).frame):
        return count("claims.answer.some", len(found), n=len(found))
    return _sentence(found)


@remembered
def strip(chosen: Choices) -> str:
    """How many claims have each verdict, as a block; empty where there are none."""
    counts = chosen.found().frame["verdict"].value_counts()
    present = [
        (MARKS[code], text("label.value", label=words.code("verdict", code), value=counts[code]))
        for code in MARKS
        if code in counts
    ]
    return blocks.render("verdicts", counts=present) if present else ""


def _sentence(found: pd.DataFrame) -> str:
    """Of how many claims of how many articles how many hold, and how many do not."""
    counts = found["verdict"].value_counts()
    matches = int(counts.get("matches", 0))
    against = int(counts.get("contradicted", 0) + counts.get("not_reproducible", 0))
    articles = found["article"].nunique()
    return text(
        "claims.answer",
        claims=count("claims.count", len(found), n=len(found)),
        articles=count("claims.articles", articles, n=articles),
        matches=count("claims.matches", matches, n=matches),
        against=count("claims.against", against, n=against),
    )
