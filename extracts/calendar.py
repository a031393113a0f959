"""The dates of the agenda as a calendar (RFC 5545): one whole day each, the last on which it is due."""

import calendar
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import queries
from data import catalog
from data.frames import records

if TYPE_CHECKING:
    from icalendar import Event

HOST = "canada-mexico-policy-dashboard"
EVERY_DATE = {"date": "1944-01-01", "top": 1000}


def agenda(site: str, language: str) -> bytes:
    """All dates of the agenda, past and coming, in a language; `site` begins the link of each."""
    # Few ask for it, and its library takes a tenth of the start of the site.
    from icalendar import Calendar

    words, written = catalog.codes("calendar"), Calendar()
    written.add("prodid", f"-//{HOST}//agenda//{language.upper()}")
    written.add("version", "2.0")
    written.add("name", words["name"][language])
    written.add("x-wr-calname", words["name"][language])
    for row in records(queries.ask("agenda_dates", lang=language, **EVERY_DATE).frame):
        written.add_component(_entry(row, site, language))
    return written.to_ical()


def _entry(row: dict[str, Any], site: str, language: str) -> "Event":
    from icalendar import Event

    day = last_day(row["due_on"])
    status = catalog.codes("agenda_status")[row["agenda_status"]][language]
    # What is due in a month or a year says so: the calendar only knows days.
    words = catalog.codes("calendar")
    due = "" if len(row["due_on"]) == len("2026-07-01") else f" ({row['due_on']})"
    entry = Event()
    entry.add("uid", f"{row['promise']}@{HOST}")
    # When it was last checked, so that the same state of knowledge gives the same file.
    entry.add("dtstamp", datetime.combine(row["checked_on"], time(), UTC))
    entry.add("dtstart", day)
    entry.add("dtend", day + timedelta(days=1))
    entry.add("summary", row["title"] + due)
    checked = words["checked"][language].format(day=f"{row['checked_on']:%Y-%m-%d}")
    entry.add("description", f"{status}. {row['outcome']} {checked}")
    entry.add("url", f"{site}/agenda?lang={language}&promise={row['promise']}")
    entry.add("transp", "TRANSPARENT")
    return entry


def last_day(due_on: str) -> date:
    """The last day of a day, month or year such as 2027-01-12, 2027-01 or 2027."""
    year, month, day = (*(int(part) for part in due_on.split("-")), 0, 0)[:3]
    month = month or 12
    return date(year, month, day or calendar.monthrange(year, month)[1])
