"""Months of Mexico's own book: each by itself, its change on a year before, or the twelve up to it."""

import pandas as pd

import queries
from pages.trade import monthly
from pages.trade.years import flow_names
from ui import figure, marks, numbers, words
from ui.charts import flows, lines
from ui.filters import Years
from ui.language import current, text
from ui.remember import remembered


@remembered
def picture(years: Years, shown: str) -> figure.Figure | None:
    """Each month, its change, or the twelve months up to it, from Mexico's book."""
    answer = queries.ask("mexico_trade_monthly", partner="CAN", **years.params)
    drawn = {
        "months": ["exports_usd_m", "imports_usd_m", "balance_usd_m"],
        "twelve": ["exports_12_months_usd_m", "imports_12_months_usd_m", "balance_12_months_usd_m"],
        "change": ["exports_change_pct", "imports_change_pct"],
    }[shown]
    frame = monthly.with_names(answer.frame.dropna(subset=drawn))
    if frame.empty:
        return None
    unit = numbers.axis_unit("usd")
    marked = marks.by_day("trade", frame["month"].iloc[0], frame["month"].iloc[-1])
    if shown == "change":
        named = tuple(zip(drawn, ("MEX", "CAN"), flow_names(), strict=True))
        chart = lines.both_over_months(named, "%", "+,.1f", words.heading("month"), current(), marked.marks)
    else:
        chart = flows.by_month(tuple(drawn), unit, monthly.headings(drawn), flow_names(), current(), marked.marks)
    return figure.Figure(
        key="months",
        finding=_finding(frame, shown),
        subtitle=text("trade.months.subtitle.mexico")
        if shown == "months"
        else text(f"trade.months.subtitle.mexico.{shown}"),
        panels=[(chart, frame[["month", "month_name", *drawn]])],
        answer=answer,
        columns=["month", "reporter", "partner", *drawn],
        beside=marked.answers,
    )


def _finding(frame: pd.DataFrame, shown: str) -> str:
    """The last month by itself or beside the same month of the year before, or the last twelve months."""
    row = frame.iloc[-1]
    if shown == "twelve":
        amounts = [numbers.drawn(row[f"{flow}_12_months_usd_m"], "usd") for flow in ("exports", "imports")]
        return monthly.twelve_added_up(row, *amounts)
    if shown == "months":
        return monthly.one_month(row, *(numbers.drawn(row[f"{flow}_usd_m"], "usd") for flow in ("exports", "imports")))
    return text(
        "trade.months.finding.mexico.change",
        month=numbers.at_start(row["month_name"]),
        sold=numbers.change(row["exports_change_pct"]),
        bought=numbers.change(row["imports_change_pct"]),
    )
