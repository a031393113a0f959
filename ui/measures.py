"""Measures of what is counted each year: in current money, at constant prices, as a share of a total, as an index.

Which of them make sense is for the page to say; one that is not offered is not in the list.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from queries import Answer
from ui import filters, words
from ui.charts import lines
from ui.charts.lines import Line
from ui.figure import Figure
from ui.language import current, text
from ui.marks import Marked

CURRENT, CONSTANT, SHARE, INDEX = EVERY = ("current", "constant", "share", "index")
# The year that is 100; prices are those of the last year.
INDEX_OF = 2010


@dataclass(frozen=True)
class Measure:
    """A measure and its base year, where it has one."""

    code: str
    base: int | None = None


def choose(
    offered: Sequence[str], years: Iterable[int], index_of: int = INDEX_OF, counted: str = "", name: str = "measure"
) -> Measure:
    """The measure a reader chooses among those offered; `years` are those that can be its base, in their order.

    An index begins with `index_of` where a series has that year, unless the reader chooses another. `counted` is what
    the first measure is called where no money is counted; `name` is the parameter that holds the choice.
    """
    named = {code: text(f"measure.{code}") for code in offered}
    named[CURRENT] = counted or text("measure.current")
    code = filters.one(name, text("measure"), offered, offered[0], named.__getitem__, width=190)
    options = [str(year) for year in years]
    if code not in (CONSTANT, INDEX) or not options:
        return Measure(code)
    first = str(index_of) if str(index_of) in options else options[0]
    usual = first if code == INDEX else options[-1]
    return Measure(code, int(filters.one("base", text("measure.base"), options, usual, str, width=110)))


@dataclass(frozen=True)
class Wording:
    """What is said of a measure: the finding, the line under it, the unit and the form of numbers."""

    finding: str
    subtitle: str
    unit: str
    form: str
    billions: bool = False


def none(measure: Measure) -> str:
    """What is said where the span has no year of a measure."""
    return text("measure.none", measure=text(f"measure.{measure.code}"))


def lines_of(
    key: str,
    said: Wording,
    drawn: tuple[Line, ...],
    known: pd.DataFrame,
    answer: Answer,
    listed: Sequence[str],
    marked: Marked,
    dashed: tuple[str, ...] = (),
) -> Figure:
    """A figure of columns as lines by year: (column, idea, name). A year that is missing breaks the line."""
    span = (int(known["year"].min()), int(known["year"].max()))
    chart = lines.over_years(
        drawn,
        said.unit,
        said.billions,
        words.heading("year"),
        span,
        current(),
        form=said.form,
        names_on_top=True,
        events=marked.marks,
        dashed=dashed,
    )
    shown = known[["year", *(column for column, _, _ in drawn)]]
    every_year = shown.set_index("year").reindex(range(span[0], span[1] + 1)).rename_axis("year").reset_index()
    return Figure(key, said.finding, said.subtitle, [(chart, every_year)], answer, listed, beside=marked.answers)
