"""How much of the trade pays."""

from typing import Any

import pandas as pd

import queries
from data.frames import records
from pages.tariffs import remarks
from pages.tariffs.choices import MAIN, Choices
from ui import figure, filters, numbers, page, words
from ui.charts import bars
from ui.language import current, text
from ui.remember import remembered

WHOLE = 99.95


def _asked(chosen: Choices) -> queries.Answer:
    return queries.ask("tariff_coverage", partner=MAIN, **chosen.params())


def draw(chosen: Choices) -> None:
    """Three ratios, side by side and never one: listed, dutiable after CUSMA, seen to pay."""
    if not figure.draw(_ratios(chosen)):
        return
    page.points(text("tariffs.coverage.how"), _sentences(chosen))


@remembered
def shares(chosen: Choices) -> tuple[tuple[str, str, str], ...]:
    """The dutiable shares as headline figures."""
    found = _asked(chosen).frame.set_index("partner")["dutiable_pct"]
    if set(found.index) != set(MAIN):
        return ()
    is_all = chosen.sectors == tuple(filters.ALL)
    note = text("tariffs.dutiable.note") if is_all else text("tariffs.dutiable.note.some")
    return tuple(
        (text("tariffs.dutiable_of", country=words.country(code)), numbers.percent(found[code], 1), note)
        for code in MAIN
    )


@remembered
def _ratios(chosen: Choices) -> figure.Figure | str:
    answer = _asked(chosen)
    frame = answer.frame
    if set(frame["partner"]) != set(MAIN):
        return text("tariffs.answer.none")
    kinds = {
        "in_scope_pct": text("tariffs.scope"),
        "dutiable_pct": text("tariffs.dutiable"),
        "observed_pct": text("tariffs.observed"),
    }
    long = frame.melt(id_vars=["partner"], value_vars=list(kinds), value_name="share_pct").dropna(subset=["share_pct"])
    plotted = long.assign(
        row=long["variable"] + long["partner"],
        label=[
            text("tariffs.coverage.bar", country=words.country(code), what=kinds[kind])
            for code, kind in zip(long["partner"], long["variable"], strict=True)
        ],
        idea=long["partner"],
    )
    found = frame.set_index("partner")
    shares = {code: numbers.percent(found.loc[code, "dutiable_pct"], 1) for code in MAIN}
    return figure.Figure(
        key="tariff-coverage",
        finding=text("tariffs.coverage", canada=shares["CAN"], mexico=shares["MEX"]),
        subtitle=figure.noted(text("tariffs.coverage.subtitle"), _nothing_left(frame), remarks.only(chosen)),
        panels=[
            (
                bars.ranked("share_pct", "row", ",.1f", len(plotted), current()),
                plotted[["row", "label", "idea", "share_pct"]],
            )
        ],
        answer=answer,
        columns=["partner", "in_scope_pct", "in_scope_232_pct", "dutiable_pct", "observed_pct", "observed_month"],
    )


@remembered
def _sentences(chosen: Choices) -> tuple[str, ...]:
    return tuple(_in_words(row) for row in records(_asked(chosen).frame))


def _nothing_left(frame: pd.DataFrame) -> str:
    """Why everything pays where everything does."""
    return f" {text('tariffs.coverage.all')}" if (frame["dutiable_pct"] > WHOLE).all() else ""


def _in_words(row: dict[str, Any]) -> str:
    """The ratios of a country as a sentence; what the Census saw is known for all goods and duties together only."""
    sentence = text(
        "tariffs.coverage.sentence",
        country=words.country(row["partner"]),
        listed=numbers.percent(row["in_scope_pct"], 1),
        security=numbers.percent(row["in_scope_232_pct"], 1),
        dutiable=numbers.percent(row["dutiable_pct"], 1),
    )
    if numbers.missing(row["observed_pct"]):
        return sentence
    seen, month = numbers.percent(row["observed_pct"], 1), numbers.month(row["observed_month"])
    return f"{sentence} {text('tariffs.coverage.observed', observed=seen, month=month)}"
