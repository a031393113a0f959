"""What a table must be, as it came or as an adapter made it; the first thing that it is not is one sentence."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import pandas as pd
import pandera.pandas as pa

from data import vintages
from data.refresh.problems import SourceProblem

MOST_EXAMPLES = 3
TEXT = pa.Column(str)
DAY = pa.Column(
    checks=pa.Check(lambda cells: cells.map(lambda cell: isinstance(cell, date)), error="a day that is none")
)
FIGURES = {
    "series": TEXT,
    "item": TEXT,
    "country": TEXT,
    "period": DAY,
    "value": pa.Column(float, nullable=True),
    "status": TEXT,
    "published_on": DAY,
}


def form(pattern: str, otherwise: str) -> pa.Column:
    """A column of texts that match all of a pattern; what does not is called `a year that cannot be read`, say."""
    return pa.Column(str, pa.Check(lambda cells: cells.str.fullmatch(pattern), error=otherwise))


def one_of(values: Iterable[str], otherwise: str) -> pa.Column:
    """A column of texts that are all known; what is not is called `a unit that is not known`, say."""
    return pa.Column(str, pa.Check.isin(list(values), error=otherwise))


def table(cells: pd.DataFrame, what: str, columns: Mapping[str, pa.Column], keys: Sequence[str] = ()) -> None:
    """Raise SourceProblem where a column is missing, a cell is not of its form, or two rows have the same `keys`.

    `what` names the table at the beginning of the sentence. Other columns may be there.
    """
    if missing := [name for name in columns if name not in cells.columns]:
        has = ", ".join(map(str, cells.columns[:6]))
        raise SourceProblem(f"{what} lacks the column {', '.join(missing)}; it has {has}.")
    if cells.empty:
        raise SourceProblem(f"{what} has no rows.")
    try:
        pa.DataFrameSchema(dict(columns)).validate(cells, lazy=True)
    except pa.errors.SchemaErrors as error:
        raise SourceProblem(f"{what} {_first(error.failure_cases)}.") from error
    doubled = cells.duplicated(list(keys)) if keys else pd.Series(dtype=bool)
    if doubled.any():
        first = ", ".join(map(str, cells.loc[doubled, list(keys)].iloc[0]))
        raise SourceProblem(f"{what} has {int(doubled.sum())} rows twice, the first is {first}.")


def _first(cases: pd.DataFrame) -> str:
    """The first check that failed, with some of the cells that failed it."""
    column, check = cases.iloc[0][["column", "check"]]
    failed = cases.loc[(cases["column"] == column) & (cases["check"] == check), "failure_case"]
    if str(check).startswith("dtype("):
        return f"has {failed.iloc[0]} in the column {column}, not {str(check)[7:-2]}"
    if check == "not_nullable":
        return f"has an empty cell in the column {column}"
    return f"has {check}: {', '.join(sorted(set(map(str, failed)))[:MOST_EXAMPLES])}"


def figures(frame: pd.DataFrame, source: str) -> None:
    """Raise SourceProblem unless these are figures as `data.vintages` keeps them, each of them once."""
    table(frame, f"The table of figures made for {source}", FIGURES, vintages.KEY)
