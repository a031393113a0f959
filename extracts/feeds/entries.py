"""The feeds there are: which query gives their rows, and what an entry says of a row in a language."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import urlencode

import pandas as pd

import queries
from data import catalog, written

Row = dict[str, Any]
# The timeline opens with this year; an earlier event opens it earlier.
TIMELINE_OPENS = 2016


@dataclass(frozen=True)
class Entry:
    """What is new: `code` tells it apart for ever, `day` is of the data, `place` is where the site shows it."""

    code: str
    day: date
    title: str
    says: str
    place: str
    source: str
    subject: str


@dataclass(frozen=True)
class Feed:
    """A feed: its query, the page that shows it, with parameters, and how a row becomes an entry."""

    query: str
    page: str
    entry: Callable[[Row, str], Entry]
    params: Mapping[str, str] = field(default_factory=dict)

    def home(self, language: str) -> str:
        """Where the site shows what is in it."""
        return _place(self.page, language, **self.params)


def words(group: str, code: str, language: str) -> str:
    """The words of a code value; the value itself where the catalog has none."""
    return catalog.codes(group).get(code, {}).get(language, code)


def event(row: Row, language: str) -> Entry:
    """An event, at the day of the event."""
    opens = {"from": min(row["date"].year, TIMELINE_OPENS), "event": row["event"]}
    effect = words("effect", row["effect"], language)
    place = _place("timeline", language, **opens)
    says = f"{effect}. {row['summary']}"
    subject = words("category", row["category"], language)
    return Entry(row["event"], row["date"].date(), row["title"], says, place, row["source_url"], subject)


def statement(row: Row, language: str) -> Entry:
    """What somebody said of a promise, at the day it was said; a month or a year counts from its first day."""
    status = words("agenda_status", row["agenda_status"], language)
    return Entry(
        f"{row['promise']}:{row['evidence_order']}",
        date.fromisoformat(f"{row['evidence_date']}-01-01"[:10]),
        row["title"],
        f"{status}. {row['says']} ({row['source_title']})",
        _place("agenda", language, promise=row["promise"]),
        row["source_url"],
        words("pillar", row["pillar"], language),
    )


def revision(row: Row, language: str) -> Entry:
    """A figure that a newer release changed, at the day of that release."""
    speaks, said = catalog.languages()[language], catalog.codes("feed")
    figure = ", ".join(filter(None, [words("figure_kind", row["figure_kind"], language), row["item"]]))
    change = "withdrawn" if pd.isna(row["value"]) else "revised"
    before, after = (_number(row[name], language) for name in ("value_before", "value"))
    code = [row[name] for name in ("source_code", "figure_kind", "item", "country")]
    return Entry(
        ":".join([*code, f"{row['period_start']:%Y-%m}", f"{row['published_on']:%Y-%m-%d}"]),
        row["published_on"].date(),
        said["figure"][language].format(
            country=_country(row["country"], language), figure=figure, period=f"{row['period_start']:%Y-%m}"
        ),
        said[change][language].format(
            before=before,
            after=after,
            unit=words("unit", row["unit"], language),
            day=written.day(speaks, row["published_on"]),
        ),
        _place("data", language, view="revisions", country="all") + "#view",
        "",
        words("source_code", row["source_code"], language),
    )


def rate(row: Row, language: str) -> Entry:
    """A change of the U.S. rate on a country's goods, at the day from which it holds."""
    speaks = catalog.languages()[language]
    title = catalog.codes("feed")["rate"][language].format(
        country=_country(row["partner"], language),
        before=written.percent(speaks, row["rate_before_pct"], 2),
        rate=written.percent(speaks, row["effective_rate_pct"], 2),
    )
    programmes = [words("programme", code, language) for code in row["programmes"].split(";") if code]
    day = f"{row['valid_from']:%Y-%m-%d}"
    return Entry(
        f"{row['partner']}:{day}",
        row["valid_from"].date(),
        title,
        f"{written.day(speaks, row['valid_from'])}. {', '.join(programmes)}",
        _place("tariffs", language, date=day),
        "",
        row["partner"],
    )


def _number(value: float, language: str) -> str:
    return "" if pd.isna(value) else written.decimal(catalog.languages()[language], value, 1 if value % 1 else 0)


def _country(code: str, language: str) -> str:
    names = queries.ask("countries", lang=language).frame
    return dict(zip(names.iloc[:, 0], names["name"], strict=True)).get(code, code)


def _place(page: str, language: str, **params: Any) -> str:
    return f"/{page}?{urlencode({'lang': language, **params})}"


FEEDS = {
    "events": Feed("latest_events", "timeline", event),
    "agenda": Feed("agenda_changes", "agenda", statement),
    "revisions": Feed("revisions", "data", revision, {"view": "revisions"}),
    "rates": Feed("rate_changes", "tariffs", rate),
}


def of_page(page: str, is_front: bool) -> list[str]:
    """The feeds of what a page shows; all of them on the front page."""
    return [name for name, feed in FEEDS.items() if is_front or feed.page == page]


def address(name: str, form: str, language: str, params: Mapping[str, str] | None = None) -> str:
    """The path of a feed in a language, with what narrows it."""
    return f"/feeds/{name}.{form}?{urlencode({'lang': language, **(params or {})}, safe=',')}"
