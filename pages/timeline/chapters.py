"""The chapters of the timeline: which one is open, and the story chapter by chapter."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

import pandas as pd

import queries
from data import clock
from data.frames import records
from pages.timeline.counted import counted
from ui import blocks, filters, numbers, page, state
from ui.charts.events import Chapter
from ui.filters import Years
from ui.language import current, text
from ui.remember import remembered

ALL = "all"
# The part of a chart that a number of a chapter needs: seven pixels of a phone.
NARROWEST = 0.018


@dataclass(frozen=True)
class Window:
    """The days shown: those of years, or of a chapter; and the day of the visit, when the last chapter goes on."""

    first: date
    last: date
    today: date
    chapter: str = ALL

    @property
    def params(self) -> dict[str, Any]:
        """The window as queries take it."""
        return {"from": self.first.year, "to": self.last.year, "chapter": self.chapter}

    @property
    def in_words(self) -> str:
        """The window as sentences name it: its years, or its months."""
        if self.chapter == ALL:
            return numbers.years(self.first.year, self.last.year)
        return numbers.months(self.first, self.last)


def known(today: date, **chosen: Any) -> dict[str, dict[str, Any]]:
    """All chapters, numbered, the one that goes on up to `today`; counts are of the events that pass the filters."""
    found = queries.ask("timeline_chapters", lang=current(), **chosen).frame
    days = pd.Series([today] * len(found), index=found.index)
    numbered = found.assign(
        number=range(1, len(found) + 1), last_day=found["last_day"].where(found["last_day"].notna(), days)
    )
    return {row["chapter"]: row for row in records(numbered)}


@remembered
def every(today: date) -> dict[str, dict[str, Any]]:
    """All chapters, their counts of all events."""
    return known(today)


def name(window: Window) -> str:
    """The name of the chapter shown."""
    return str(every(window.today)[window.chapter]["name"])


def choose(years: Years) -> Window:
    """The days to show: those of the chapter in the address; without one the years hold."""
    today = clock.today()
    rows = every(today)
    chosen = filters.one(
        "chapter",
        text("timeline.chapter"),
        [ALL, *rows],
        ALL,
        lambda code: _name(rows[code]),
        is_drawn=False,
    )
    if chosen == ALL:
        return Window(date(years.first, 1, 1), date(years.last, 12, 31), today)
    return Window(_day(rows[chosen]["first_day"]), _day(rows[chosen]["last_day"]), today, chosen)


def links(years: Years, window: Window) -> str:
    """The chapters as links, the years first, the one shown marked; the other choices of the address stay."""
    names = {ALL: numbers.years(years.first, years.last)}
    names |= {code: _name(row) for code, row in every(window.today).items()}
    kept = state.without("chapter", "event")
    params = {code: {**kept, "chapter": code} if code != ALL else kept for code in names}
    places = [(page.address("timeline", params[code]), name, code == window.chapter) for code, name in names.items()]
    return blocks.render("chapters", label=text("timeline.chapter"), places=places)


def _name(row: Mapping[str, Any]) -> str:
    return f"{row['number']} {row['name']}"


def within(window: Window) -> tuple[Chapter, ...]:
    """The chapters in a window, as far as they lie in it; one alone is not marked, and a number needs room."""
    found = [
        (int(row["number"]), str(row["name"]), max(_day(row["first_day"]), window.first), min(_end(row), window.last))
        for row in every(window.today).values()
    ]
    kept = [part for part in found if part[2] < part[3]]
    if len(kept) < 2:
        return ()
    room = (window.last - window.first) * NARROWEST
    return tuple(
        (number, name, str(first), str(first + (last - first) / 2) if last - first > room else "", str(last))
        for number, name, first, last in kept
    )


def _end(row: dict[str, Any]) -> date:
    return _day(row["last_day"]) + timedelta(days=1)


def _day(value: Any) -> date:
    return pd.Timestamp(value).date()


def heading(row: Mapping[str, Any], kept: Mapping[str, str]) -> str:
    """The name of a chapter with its days, what it is about, how much happened, and the link that opens it alone.

    `kept` are the parameters of that link besides the chapter.
    """
    return blocks.render(
        "chapter",
        number=row["number"],
        name=row["name"],
        days=numbers.months(_day(row["first_day"]), _day(row["last_day"])),
        says=row["says"],
        counted=numbers.at_start(counted(int(row["strains"]), int(row["repairs"]))),
        address=f"timeline?{urlencode({**kept, 'chapter': row['chapter']})}",
    )
