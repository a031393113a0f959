"""What the figures by month share: which of their forms is shown, names, headings, the line under a finding."""

from collections.abc import Sequence

import pandas as pd

from ui import filters, numbers, state, words
from ui.charts import flows
from ui.language import text

SHOWN = ("beside", "months", "change", "twelve")
LAST_MONTH = 12


def headings(drawn: Sequence[str]) -> flows.Headings:
    """Those of the pointer: month, above, below, balance."""
    above, below, balance = drawn
    return words.heading("month"), words.heading(above), words.heading(below), words.heading(balance)


def with_names(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows with each month in words."""
    return frame.assign(month_name=[numbers.month(value) for value in frame["month"]])


def twelve_added_up(row: pd.Series, imports: str, exports: str) -> str:
    """The finding where twelve months are added up: the last month and both amounts in words."""
    return text("trade.months.finding.twelve", month=row["month_name"], imports=imports, exports=exports)


def one_month(row: pd.Series, imports: str, exports: str) -> str:
    """The finding where there is no year before: the last month and both amounts in words."""
    month = numbers.at_start(row["month_name"])
    return text("trade.months.finding", month=month, imports=imports, exports=exports)


def shown(offered: Sequence[str]) -> str:
    """Which of these a reader chooses; one that another book or measure offers is let go."""
    if state.read("show") in set(SHOWN) - set(offered):
        state.write("show", None)
    return filters.one(
        "show",
        text("trade.months.show"),
        offered,
        offered[0],
        lambda code: text(f"trade.months.show.{code}"),
        buttons=True,
    )


def subtitle(frame: pd.DataFrame, shown: str, unit: str) -> str:
    """What is plotted of Canada's months; whether the last year is whole."""
    if shown == "change":
        return text("trade.months.subtitle.change")
    if shown == "twelve":
        return text("trade.months.subtitle.twelve", unit=unit)
    is_partial = frame["month"].iloc[-1].month < LAST_MONTH
    partial = f" {text('trade.months.partial')}" if is_partial else ""
    return text("trade.months.subtitle.months", unit=unit) + partial
