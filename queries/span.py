"""Years of one answer: a query that only keeps the rows of a span of years is asked once, for all years."""

from dataclasses import dataclass
from functools import cache
from typing import Any, Self

import numpy as np
import pandas as pd
from sqlglot import exp

from data import lineage
from data.frames import packed, unpacked

YEAR, FIRST, LAST = "year", "from", "to"
ALL_YEARS = {FIRST: 0, LAST: 9999}
# What makes of all rows that are kept something else than rows.
OF_ALL_ROWS = ("group", "distinct", "having", "qualify", "offset")


@dataclass(frozen=True)
class AllYears:
    """The rows of all years, packed; `varying` are the columns that may be of another type in a span of them."""

    rows: bytes
    varying: tuple[str, ...]

    @classmethod
    def of(cls, frame: pd.DataFrame) -> Self:
        """A frame of all years, packed, with the columns that may vary."""
        varying = [name for name in frame.columns if _varies(frame[name].array)]
        return cls(packed(frame), tuple(varying))

    def bytes(self) -> int:
        """Bytes of the rows."""
        return len(self.rows)


@dataclass(frozen=True)
class Cut:
    """How a span is cut out of the rows that `sql` gives for all years: `most` of them, a number or a parameter."""

    sql: str
    most: int | str | None = None

    def of(self, whole: AllYears, params: dict[str, Any]) -> pd.DataFrame:
        """The rows of the span, in the types in which DuckDB gives them by themselves."""
        frame = unpacked(whole.rows)
        years = frame[YEAR].to_numpy(dtype=float, na_value=np.nan)
        kept = np.flatnonzero((years >= params[FIRST]) & (years <= params[LAST]))
        kept = kept[: params[self.most] if isinstance(self.most, str) else self.most]
        # A slice takes a tenth of what it takes to pick rows one by one.
        is_in_one_piece = len(kept) and kept[-1] - kept[0] == len(kept) - 1
        found = frame.iloc[kept[0] : kept[-1] + 1] if is_in_one_piece else frame.iloc[kept]
        found.index = pd.RangeIndex(len(found))
        for name in whole.varying if len(kept) else frame.columns:
            values = found[name].array
            if (typed := _typed(values)) is not values:
                found[name] = typed
        return found


@cache
def cut(sql: str) -> Cut | None:
    """How a span is cut out; None where it does more than choose rows by their column `year`, last of all and once.

    Of rows in an order the first so many may be kept.
    """
    tree = lineage.parsed(sql)
    named = [part.name for part in tree.find_all(exp.Placeholder) if part.name in ALL_YEARS]
    where, order, limit = (tree.args.get(part) for part in ("where", "order", "limit"))
    if sorted(named) != [FIRST, LAST] or where is None or any(tree.args.get(part) for part in OF_ALL_ROWS):
        return None
    if any(part.find(exp.AggFunc, exp.Window) for part in [*tree.expressions, *([order] if order else [])]):
        return None
    shown = [part.unalias() for part in tree.expressions if part.alias_or_name == YEAR]
    conditions = where.this.flatten() if isinstance(where.this, exp.And) else [where.this]
    if not any(_is_span(condition) and condition.this in shown for condition in conditions):
        return None
    if limit is None:
        return Cut(sql)
    most = limit.expression
    if order is None or not isinstance(most, (exp.Literal, exp.Placeholder)):
        return None
    whole = tree.copy()
    whole.set("limit", None)
    number = most.name if isinstance(most, exp.Placeholder) else int(most.name)
    return Cut(whole.sql(lineage.DIALECT, copy=False), number)


def _is_span(condition: exp.Expr) -> bool:
    """Whether it is `… between $from and $to`."""
    ends = [condition.args.get(end) for end in ("low", "high")]
    return isinstance(condition, exp.Between) and [end and end.name for end in ends] == [FIRST, LAST]


def _varies(values: Any) -> bool:
    """Whether a column may be of another type where it has fewer rows: where all or none of them are missing."""
    return values.dtype.kind == "O" or (
        isinstance(values.dtype, pd.api.extensions.ExtensionDtype) and values.isna().any()
    )


def _typed(values: Any) -> Any:
    """A column: text without a word is no text, and what may be missing in other years has another type than here."""
    kind = values.dtype
    if isinstance(kind, pd.StringDtype):
        return values.astype(object) if values.isna().all() else values
    if isinstance(kind, pd.api.extensions.ExtensionDtype) and kind.kind in "iub":
        return values if values.isna().any() else values.to_numpy(dtype=kind.numpy_dtype)
    is_yes_or_no = kind.kind == "O" and len(values) and all(type(value) is bool for value in values)
    return values.astype(bool) if is_yes_or_no else values
