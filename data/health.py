"""Are the tables whole, current and explained, and how old is what each source said?"""

import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from data import catalog, checksums, clock, editions, store
from data.catalog.mistakes import mistakes
from data.editions import Edition
from data.releases import next_expected, next_release, shipped_vintage

ATTEMPTS = "attempts.json"


def wrong() -> list[str]:
    """One sentence for everything that is missing, changed, broken, unexplained or overdue; empty when all is well.

    Tables are looked at only where the catalog that they are compared with has no mistake.
    """
    if found := mistakes(catalog.SITE):
        return found
    edition, problem = editions.in_force()
    found = [problem] if problem else []
    known = checksums.listed(edition.tables)
    if not known:
        found.append(f"tables/{checksums.FILE} is missing or damaged; run: python -m data build")
    for name in catalog.tables():
        found += _table(name, edition.tables / f"{name}.parquet", known)
    found += [
        f"{name}: overdue; last published {entry['vintage']}, next was due {due}"
        for name, entry in edition.refreshed.items()
        if (due := next_release(name, entry)) and is_overdue(name, entry, clock.today())
    ]
    return found


def without_code(edition: Edition) -> dict[str, list[str]]:
    """Of each refreshed source the names of countries that have no code, kept as their publisher writes them."""
    found = {name: entry.get("without_code", []) for name, entry in edition.refreshed.items()}
    return {name: names for name, names in found.items() if names}


def _table(name: str, path: Path, known: dict[str, str]) -> list[str]:
    import duckdb

    from data import promises
    from data.connection import over

    try:
        if known and not checksums.is_as_listed(path, known):
            return [
                f"tables/{name}.parquet is not the file that {checksums.FILE} lists; run: python -m data build {name}"
            ]
        with over() as connection:
            frame = connection.read_parquet(path.as_posix()).df()
    except (OSError, duckdb.Error):
        return [f"tables/{name}.parquet is missing or damaged; run: python -m data build {name}"]
    for column, rule in catalog.table(name).columns.items():
        if rule.nullable and catalog.columns()[column].type == "VARCHAR":
            frame[column] = frame[column].fillna("")
    return [f"{name}: {failure}" for failure in promises.failures(name, frame)]


def is_overdue(source: str, entry: dict[str, Any], today: date) -> bool:
    """Is the next release more days past than the source's calendar lets pass?"""
    due = next_release(source, entry)
    return due is not None and today > due + timedelta(days=catalog.refreshable().sources[source].grace_days)


def attempts() -> dict[str, dict[str, str]]:
    """Of each source: when it was last asked, what became of it, and the sentence where it failed."""
    try:
        return dict(json.loads((store.folder() / ATTEMPTS).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return {}


@dataclass(frozen=True)
class Freshness:
    """How current a source is: `state` is never, current, overdue or failed; `shipped` is the site's own vintage.

    `published` and `due` are days, `asked` is the moment of the last attempt, `says` the sentence of a failed one.
    """

    source: str
    state: str
    published: date | None
    age_days: int | None
    due: date | None
    asked: datetime | None
    says: str
    shipped: str


def freshness(edition: Edition, today: date) -> list[Freshness]:
    """How current every source that can be refreshed is on a day."""
    tried = attempts()
    return [_freshness(name, edition, tried.get(name, {}), today) for name in catalog.refreshable().sources]


def _freshness(name: str, edition: Edition, attempt: dict[str, str], today: date) -> Freshness:
    entry = edition.refreshed.get(name)
    published = date.fromisoformat(entry["vintage"]) if entry else None
    shipped = shipped_vintage(name)
    state = "never" if entry is None else "overdue" if is_overdue(name, entry, today) else "current"
    return Freshness(
        source=name,
        state="failed" if attempt.get("outcome") == "failed" else state,
        published=published,
        age_days=(today - published).days if published else None,
        due=next_release(name, entry) if entry else next_expected(name, shipped, today),
        asked=datetime.fromisoformat(attempt["at"]) if attempt else None,
        says=attempt.get("says", ""),
        shipped=shipped,
    )


def ages(edition: Edition) -> list[str]:
    """One line for each source that can be refreshed: how old its figures are and when the next are due."""
    return [
        f"{fresh.source}: never refreshed"
        if fresh.published is None
        else f"{fresh.source}: published {fresh.published} ({fresh.age_days} days ago), next {fresh.due}, {fresh.state}"
        for fresh in freshness(edition, clock.today())
    ]
