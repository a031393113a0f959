"""When does a source publish next: by its calendar, else so many days after each period, else in its rhythm?"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from data import catalog
from data.catalog.refresh_model import RefreshSource
from data.editions import Edition

DAY = timedelta(days=1)
OURS = "This project"


@dataclass(frozen=True, order=True)
class Expected:
    """A release to come; where its publisher has not announced the day, only its month is worth saying."""

    day: date
    is_announced: bool


def next_release(source: str, entry: dict[str, Any]) -> date | None:
    """The publisher's next release after the vintage at hand: from its calendar, else as it usually publishes."""
    about = catalog.refreshable().sources.get(source)
    if about is None:
        return None
    vintage = date.fromisoformat(entry["vintage"])
    if announced := _announced(about, vintage + 2 * DAY):
        return announced
    return _after_a_period(about, _behind(about, vintage)) or vintage + about.days_between * DAY


def next_expected(source: str, vintage: str, today: date) -> date | None:
    """From today on, the publisher's next release: of its calendar, else as it publishes since a day, month or year.

    None where the source cannot be refreshed, or nothing is known of when it publishes.
    """
    about = catalog.refreshable().sources.get(source)
    if about is None:
        return None
    if announced := _announced(about, today):
        return announced
    published = date.fromisoformat(f"{vintage}-01-01"[:10]) if vintage else None
    if expected := _after_a_period(about, max(today, _behind(about, published)) if published else today):
        return expected
    if published is None:
        return None
    passed = max(1, -(-(today - published).days // about.days_between))
    return published + passed * about.days_between * DAY


def next_for(tables: Iterable[str], sources: Collection[str], edition: Edition, today: date) -> Expected | None:
    """When newer figures are next expected, of these tables' rows from these sources; None where nobody brings any.

    What only converts the figures of others (exchange rates, prices) brings none.
    """
    feeding = sorted({name for table in tables for name in _feeding(table, sources, edition)})
    found = []
    for name in feeding:
        vintage = edition.refreshed.get(name, {}).get("vintage") or shipped_vintage(name)
        if day := next_expected(name, vintage, today):
            found.append(Expected(day, day in catalog.refreshable().sources[name].releases))
    return min(found, default=None)


def is_latest(tables: Iterable[str], sources: Collection[str], edition: Edition, today: date) -> bool:
    """Are the rows of these tables from these sources the latest published: all refreshed, and no release due since?

    What came with the site may be older than what its publisher has by now, so that it never is.
    """
    feeding = {name for table in tables for name in _feeding(table, sources, edition)}
    due = [next_release(name, edition.refreshed[name]) for name in feeding & set(edition.refreshed)]
    is_refreshed = bool(feeding) and not _own(sources) - set(edition.refreshed)
    return is_refreshed and all(day is None or day > today for day in due)


def released(sources: Collection[str], edition: Edition) -> list[str]:
    """The vintages of these sources, oldest first; not of what only converts others, nor of our own words."""
    return sorted({edition.source(name).vintage for name in _own(sources)})


def _own(sources: Collection[str]) -> set[str]:
    """Those of the sources whose figures are shown, not ours and not only used to convert those of others."""
    known = catalog.refreshable().sources
    by = [(name, rule) for table in catalog.tables() for name, rule in catalog.table(table).refreshed_by.items()]
    converting = {of for name, rule in by if known[name].only_converts for of in (name, *rule.replaces, *rule.joins)}
    ours = {name for name, source in catalog.sources().items() if source.publisher == OURS}
    return set(sources) - converting - ours


def shipped_vintage(name: str) -> str:
    """The newest vintage that came with the site of what a source replaces or joins; empty where there is nothing."""
    rules = [rule for table in catalog.tables() if (rule := catalog.table(table).refreshed_by.get(name))]
    known = {source for rule in rules for source in [*rule.replaces, *rule.joins]}
    return max((catalog.sources()[source].vintage for source in known), default="")


def _feeding(table: str, sources: Collection[str], edition: Edition) -> set[str]:
    """The refreshed sources that bring newer figures for a table's rows from these sources."""
    known, found = catalog.refreshable().sources, set()
    here = set(sources) & set(edition.sources(table))
    publishers = {edition.source(name).publisher for name in here}
    for name, rule in catalog.table(table).refreshed_by.items():
        of = {*rule.replaces, *rule.joins}
        # One that names no rows that it stands in for is about all that its publisher says in the table.
        is_about_them = bool(here & {name, *of}) if of else known[name].publisher in publishers
        if is_about_them and not known[name].only_converts:
            found.add(name)
    return found


def _announced(about: RefreshSource, first: date) -> date | None:
    """The first announced release from a day on."""
    return min((day for day in about.releases if day >= first), default=None)


def _behind(about: RefreshSource, published: date) -> date:
    """The first day on which a release is another one than that of a day: half its rhythm later."""
    return published + (about.days_between // 2 + 1) * DAY


def _after_a_period(about: RefreshSource, first: date) -> date | None:
    """The first day from a day on that lies as long after the end of a period as the source publishes."""
    if about.days_after_period is None:
        return None
    # Who publishes about every 31 days does so for each month, about every 366 for each year.
    months = max(1, round(about.days_between / 30.5))
    month = 12 * (first.year - 2)
    while True:
        month += months
        begins = date(month // 12, month % 12 + 1, 1)
        if (released := begins + (about.days_after_period - 1) * DAY) >= first:
            return released
