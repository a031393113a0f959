"""The page's answer: the latest official positions."""

from datetime import date

import pandas as pd

import queries
from queries import Answer
from ui import age, expected, numbers
from ui.filters import Years
from ui.language import text
from ui.remember import remembered


@remembered
def answer(years: Years, today: date) -> str:
    """The latest official positions of both directions within the span, and how old they are."""
    outward, inward = (_last(years, direction) for direction in ("outward", "inward"))
    if outward is None:
        return text("investment.answer.none", years=numbers.years(years.first, years.last))
    values = {
        "year": outward["year"],
        "outward": numbers.money(outward["position_cad_m"]),
        "share": numbers.percent(outward["share_pct"], 1),
        "age": age.of(_asked(Years(int(outward["year"]), int(outward["year"]))), today),
    }
    if inward is None:
        return text("investment.answer.outward", **values)
    return text(
        "investment.answer", inward=numbers.money(inward["position_cad_m"]), inward_year=inward["year"], **values
    )


@remembered
def figures(years: Years, today: date) -> tuple[tuple[str, str, str], ...]:
    """Both positions with share and rank, where Canada's own is known."""
    rows = [_last(years, direction) for direction in ("outward", "inward")]
    until = expected.of(_asked(years), today)
    return () if rows[0] is None else tuple(_figure(row, until) for row in rows if row is not None)


def _asked(years: Years) -> Answer:
    return queries.ask("direct_investment", **years.params)


def _last(years: Years, direction: str) -> pd.Series | None:
    frame = _asked(years).frame
    is_official = frame["position_cad_m"].notna() & (frame["series"] != "quoted")
    known = frame[is_official & (frame["direction"] == direction)]
    return None if known.empty else known.iloc[-1]


def _figure(row: pd.Series, until: str) -> tuple[str, str, str]:
    what = text("investment.outward") if row["direction"] == "outward" else text("investment.inward")
    note = text(
        "investment.note",
        year=row["year"],
        vintage=row["vintage"],
        next=until,
        share=numbers.percent(row["share_pct"], 1) if pd.notna(row["share_pct"]) else "–",
    )
    if pd.notna(row["rank"]):
        note += " · " + text("investment.rank", rank=numbers.ordinal(row["rank"]), countries=row["countries"])
    return what, numbers.billions(row["position_cad_m"]), note
