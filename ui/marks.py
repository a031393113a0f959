"""Events that mark charts over time: the strongest that concern a subject, in the reader's language."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import queries
from data import catalog
from data.frames import records
from queries import Answer
from ui import numbers
from ui.charts.marks import Mark
from ui.language import current, text


@dataclass(frozen=True, eq=False)
class Marked:
    """The marks of a chart, and the answer they are from, which a figure cites; neither where no event can be read."""

    marks: tuple[Mark, ...] = ()
    answers: tuple[Answer, ...] = ()


def by_year(subject: str, first: int, last: int) -> Marked:
    """Marks on an axis of years, at most one a year."""
    answers = _asked(subject, first, last, "year")
    return Marked(tuple(_mark(row, int(row["date"].year)) for row in _rows(answers)), answers)


def by_day(subject: str, first: date, last: date, step: str = "year") -> Marked:
    """Marks on an axis of months or days between the two; at most one a `step`, a year or a day."""
    answers = _asked(subject, first.year, last.year, step)
    rows = [row for row in _rows(answers) if first <= row["date"] <= last]
    return Marked(tuple(_mark(row, f"{row['date']:%Y-%m-%d}") for row in rows), answers)


def _asked(subject: str, first: int, last: int, step: str) -> tuple[Answer, ...]:
    """The answer; none where the events are missing: a chart is whole without its marks."""
    params = {"subject": subject, "from": int(first), "to": int(last), "step": step, "lang": current()}
    try:
        return (queries.ask("event_marks", **params),)
    except (queries.QueryError, catalog.Mistakes):
        return ()


def _rows(answers: tuple[Answer, ...]) -> list[dict[str, Any]]:
    """The events in the order of time."""
    rows = [row for answer in answers for row in records(answer.frame)]
    return sorted(rows, key=lambda row: (row["date"], row["event"]))


def _mark(row: dict[str, Any], at: int | str) -> Mark:
    told = text("label.value", label=numbers.day(row["date"], row["date_precision"]), value=row["title"])
    return Mark(at, row["short"], told, int(row["intensity"]))
