"""Two flows by year as one panel: bars, the last values at their marks, events."""

from collections.abc import Sequence

import pandas as pd

from ui import numbers, words
from ui.charts import flows
from ui.figure import Panel
from ui.language import current, text
from ui.marks import Marked

LAST = ("above_words", "below_words", "ratio_words")


def flow_names() -> tuple[str, str]:
    """What is bought and what is sold, as words."""
    return text("trade.imports"), text("trade.exports")


def in_words(frame: pd.DataFrame, columns: Sequence[str], currency: str, picked: int | None) -> str:
    """The year picked in words, for whoever tapped it: the page is drawn anew and no tooltip stays. Else empty."""
    known = frame[frame["year"] == picked].dropna(subset=list(columns)) if picked else frame[:0]
    if known.empty:
        return ""
    bought, sold, balance = (numbers.drawn(known.iloc[0][column], currency) for column in columns)
    return text("trade.balance.of_year", year=picked, imports=bought, exports=sold, balance=balance)


def panel(
    frame: pd.DataFrame,
    columns: Sequence[str],
    currency: str,
    marked: Marked,
    picked: int | None = None,
    since: tuple[int, str, bool] | None = None,
) -> Panel:
    """The panel of `columns`: above, below and their balance. The frame has imports_to_exports and grade_name, too."""
    above, below, balance = columns
    headings = (words.heading("year"), words.heading(above), words.heading(below), words.heading(balance))
    chart = flows.by_year(
        (above, below, balance),
        numbers.axis_unit(currency),
        headings,
        picked,
        current(),
        since,
        marked.marks,
    )
    kept = [name for name in ("grade_name", "why_missing", "partial") if name in frame]
    return chart, _with_words(frame, above, below, currency)[["year", *columns, *kept, *LAST]]


def _with_words(frame: pd.DataFrame, above: str, below: str, currency: str) -> pd.DataFrame:
    """What stands at the marks of the last year that has both flows."""
    is_whole = frame[above].notna() & frame[below].notna()
    if "partial" in frame:
        is_whole &= ~frame["partial"]
    if not is_whole.any():
        return frame.assign(**dict.fromkeys(LAST, ""))
    last = frame[is_whole].iloc[-1]
    bought, sold = numbers.drawn(last[above], currency), numbers.drawn(last[below], currency)
    is_last = last["year"] == frame["year"].max()
    said = (
        text("trade.bars.bought", value=bought) if is_last else text("trade.bars.was", value=bought, year=last["year"]),
        text("trade.bars.sold", value=sold) if is_last else text("trade.bars.was", value=sold, year=last["year"]),
        text("trade.bars.ratio", ratio=numbers.decimal(last["imports_to_exports"], 1)),
    )
    at_end = frame["year"] == last["year"]
    written = {name: [word if at else "" for at in at_end] for name, word in zip(LAST, said, strict=True)}
    return frame.assign(**written)


def break_of(frame: pd.DataFrame, currency: str) -> tuple[int, str, bool] | None:
    """The first year that Canada's own months give, where other years stand before it; what changes; are those pale?"""
    official = frame.loc[frame["derived_currency"] == "usd", "year"]
    if official.empty or official.min() == frame["year"].min():
        return None
    if currency == "cad":
        return int(official.min()), text("trade.break.cad"), True
    return int(official.min()), text("trade.break.other"), False
