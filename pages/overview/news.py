"""What is new and what comes next: the latest events and the next dates of the agenda, each with its link."""

from typing import Any, NamedTuple

import queries
from data import clock
from data.frames import records
from pages.agenda.dates import when
from queries import Answer
from ui import blocks, numbers, page, sources, words
from ui.events import MARKS, mark_says
from ui.language import current, text
from ui.remember import remembered

LATEST, COMING = 5, 5


class Entry(NamedTuple):
    """One line: its mark (in words too), hue, when, what, what to know of it, and where it leads: page, parameters."""

    mark: str
    mark_says: str
    effect: str
    when: str
    title: str
    note: str
    page: str
    params: dict[str, str]


def draw() -> None:
    """Two lists beside each other, each with a way to all of it."""
    today = clock.today().isoformat()
    new, following = lists(today)
    blocks.show(
        blocks.render(
            "news",
            lists=[
                _list(text("overview.new"), new, ("timeline", {}, text("overview.new.more"))),
                _list(text("overview.next"), following, ("agenda", {}, text("overview.next.more"))),
            ],
        ),
        sources.paragraph(_events(today), _dates(today)),
    )


@remembered
def lists(today: str) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """The latest events, and what is due next as of a day."""
    return (
        tuple(event_entry(row) for row in records(_events(today).frame)),
        tuple(date_entry(row) for row in records(_dates(today).frame)),
    )


def _events(today: str) -> Answer:
    return queries.ask("latest_events", date=today, top=LATEST, lang=current())


def _dates(today: str) -> Answer:
    return queries.ask("agenda_dates", date=today, top=COMING, lang=current())


def event_entry(row: dict[str, Any]) -> Entry:
    """A row of `latest_events` as a line."""
    note = "" if row["confidence"] == "confirmed" else words.code("confidence", row["confidence"])
    mark = MARKS[row["effect"]] * row["intensity"]
    day = numbers.day(row["date"], row["date_precision"])
    return Entry(mark, mark_says(row), row["effect"], day, row["title"], note, "timeline", {"event": row["event"]})


def date_entry(row: dict[str, Any]) -> Entry:
    """A row of `agenda_dates` as a line."""
    note = text(
        "overview.next.note",
        status=words.code("agenda_status", row["agenda_status"]),
        day=numbers.day(row["checked_on"]),
    )
    return Entry("", "", "", when(row["due_on"]), row["title"], note, "agenda", {"promise": row["promise"]})


def _list(title: str, entries: tuple[Entry, ...], more: tuple[str, dict[str, str], str]) -> dict[str, Any]:
    return {
        "title": title,
        "entries": [{**entry._asdict(), "address": page.address(entry.page, entry.params)} for entry in entries],
        "more": (page.address(*more[:2]), more[2]),
    }
