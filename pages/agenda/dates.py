"""The next dates of the agenda, and all of them as a calendar."""

from datetime import date
from urllib.parse import urlencode

import queries
from data import clock
from ui import feeds, numbers, page
from ui.language import current, text

PRECISION = {4: "year", 7: "month", 10: "day"}
COMING = 5


def when(known: str) -> str:
    """A day, month or year, as far as it is known: 2027-01-12, 2027-01 or 2027."""
    first_day = date.fromisoformat(f"{known}-01-01"[:10])
    return numbers.day(first_day, PRECISION[len(known)])


def coming() -> None:
    """What is due next, the nearest first."""
    rows = queries.ask("agenda_dates", date=clock.today().isoformat(), top=COMING, lang=current()).frame
    page.points(
        text("agenda.next"),
        [text("label.value", label=when(row.due_on), value=row.title) for row in rows.itertuples()],
    )
    page.links([(f"agenda.ics?{urlencode({'lang': current()})}", text("agenda.calendar")), feeds.link("agenda")])
