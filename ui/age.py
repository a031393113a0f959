"""How old the figures of a headline are: of which vintage, and whether it is the latest published or only at hand."""

from collections.abc import Collection
from datetime import date

from data import releases
from queries import Answer
from ui import expected, numbers
from ui.language import text


def of(answer: Answer, today: date, sources: Collection[str] | None = None) -> str:
    """For the rows of an answer, or those from some sources; what came with the site is never said to be the latest
    published, because newer figures may be out."""
    rows = answer.sources if sources is None else sources
    known = releases.released(rows, answer.edition)
    if not known:
        return ""
    said = numbers.vintage(known[0])
    if len(known) > 1:
        said = text("age.from_to", first=said, last=numbers.vintage(known[-1]))
    if releases.is_latest(answer.tables, rows, answer.edition, today):
        return text("age.published", vintage=said)
    return text("age.at_hand", vintage=said)


def and_next(answer: Answer, today: date) -> str:
    """The same, and when newer ones are expected."""
    return of(answer, today) + expected.of(answer, today)
