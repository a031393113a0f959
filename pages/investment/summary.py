"""The page's answer: the latest official positions."""

import pandas as pd

import queries
from ui import numbers, page
from ui.filters import Years
from ui.language import text


def answer(years: Years) -> None:
    """The latest official positions of both directions within the span."""
    frame = queries.ask("direct_investment", **years.params).frame
    known = frame[frame["position_cad_m"].notna() & (frame["series"] != "quoted")]
    outward, inward = (known[known["direction"] == direction] for direction in ("outward", "inward"))
    if outward.empty:
        page.answer(text("investment.answer.none", years=numbers.years(years.first, years.last)))
        return
    out = outward.iloc[-1]
    values = {
        "year": out["year"],
        "outward": numbers.money(out["position_cad_m"]),
        "share": numbers.percent(out["share_pct"], 1),
    }
    if inward.empty:
        page.answer(text("investment.answer.outward", **values))
    else:
        into = inward.iloc[-1]
        page.answer(
            text("investment.answer", inward=numbers.money(into["position_cad_m"]), inward_year=into["year"], **values)
        )
    page.headline([_figure(rows.iloc[-1]) for rows in (outward, inward) if len(rows)])


def _figure(row: pd.Series) -> tuple[str, str, str]:
    what = text("investment.outward") if row["direction"] == "outward" else text("investment.inward")
    note = text(
        "investment.note",
        year=row["year"],
        share=numbers.percent(row["share_pct"], 1) if pd.notna(row["share_pct"]) else "–",
    )
    if pd.notna(row["rank"]):
        note += " · " + text("investment.rank", rank=numbers.ordinal(row["rank"]), countries=row["countries"])
    return what, numbers.billions(row["position_cad_m"]), note
