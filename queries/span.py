"""Years of one answer: a query that only keeps the rows of a span of years is asked once, for all years."""

from functools import cache
from typing import Any

import numpy as np
import pandas as pd
from sqlglot import exp

from data import lineage

YEAR, FIRST, LAST = "year", "from", "to"
ALL_YEARS = {FIRST: 0, LAST: 9999}
# What makes of all rows that are kept something else than rows.
OF_ALL_ROWS = ("group", "distinct", "having", "qualify", "limit", "offset")


@cache
def only_keeps_rows(sql: str) -> bool:
    """Whether the span does no more than choose rows by their column `year`, last of all and nowhere else."""
    tree = lineage.parsed(sql)
    named = [part.name for part in tree.find_all(exp.Placeholder) if part.name in ALL_YEARS]
    where = tree.args.get("where")
    if sorted(named) != [FIRST, LAST] or where is None or any(tree.args.get(part) for part in OF_ALL_ROWS):
        return False
    order = tree.args.get("order")
    if any(part.find(exp.AggFunc, exp.Window) for part in [*tree.expressions, *([order] if order else [])]):
        return False
    shown = [part.unalias() for part in tree.expressions if part.alias_or_name == YEAR]
    conditions = where.this.flatten() if isinstance(where.this, exp.And) else [where.this]
    return any(_is_span(condition) and condition.this in shown for condition in conditions)


def _is_span(condition: exp.Expr) -> bool:
    """Whether it is `… between $from and $to`."""
    ends = [condition.args.get(end) for end in ("low", "high")]
    return isinstance(condition, exp.Between) and [end and end.name for end in ends] == [FIRST, LAST]


def within(frame: pd.DataFrame, params: dict[str, Any]) -> pd.DataFrame:
    """The rows of the span, in the types in which DuckDB gives them by themselves."""
    years = frame[YEAR].to_numpy(dtype=float, na_value=np.nan)
    kept = np.flatnonzero((years >= params[FIRST]) & (years <= params[LAST]))
    return pd.DataFrame({name: _typed(column.array.take(kept)) for name, column in frame.items()}, copy=False)


def _typed(values: Any) -> Any:
    """A column: text without a word is no text, and what may be missing in other years has another type than here."""
    kind = values.dtype
    if isinstance(kind, pd.StringDtype):
        return values.astype(object) if values.isna().all() else values
    if isinstance(kind, pd.api.extensions.ExtensionDtype) and kind.kind in "iub":
        return values if values.isna().any() else values.to_numpy(dtype=kind.numpy_dtype)
    is_yes_or_no = kind.kind == "O" and len(values) and all(type(value) is bool for value in values)
    return values.astype(bool) if is_yes_or_no else values
