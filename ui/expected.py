"""When newer figures than those shown are expected, as the end of a clause; empty where nobody has said so."""

from collections.abc import Collection
from datetime import date

from data import releases
from queries import Answer
from ui import numbers
from ui.language import text


def of(answer: Answer, today: date, sources: Collection[str] | None = None) -> str:
    """For the rows of an answer, or those from some sources: a day its publisher announced, or a usual month."""
    rows = answer.sources if sources is None else sources
    found = releases.next_for(answer.tables, rows, answer.edition, today)
    if found is None:
        return ""
    if found.is_announced:
        return text("expected.day", day=numbers.day(found.day))
    return text("expected.month", month=numbers.month(found.day))
