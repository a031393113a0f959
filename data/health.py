"""Are the tables whole, current and explained, and how old is what each source said?"""

import hashlib
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from data import RAW, catalog, editions
from data.editions import Edition


def wrong() -> list[str]:
    """One sentence for everything that is missing, changed, broken, unexplained or overdue; empty when all is well."""
    edition, problem = editions.stand()
    found = [f"raw/{s['file']} is missing or was changed" for s in catalog.sources().values() if _changed(s)]
    found += [problem] if problem else []
    for name in catalog.tables():
        found += _table(name, edition.tables / f"{name}.parquet")
    found += [
        f"{name}: overdue; last published {entry['vintage']}, next was due {due}"
        for name, entry in edition.refreshed.items()
        if (due := next_release(name, entry)) and is_overdue(name, entry, date.today())
    ]
    return found


def _table(name: str, path: Path) -> list[str]:
    import duckdb

    from data.build import check as promises

    try:
        frame = duckdb.read_parquet(path.as_posix()).df()
    except duckdb.Error:
        return [f"tables/{name}.parquet is missing or damaged; run: python -m data build {name}"]
    for column, rule in catalog.table(name)["columns"].items():
        if rule.get("nullable") and catalog.columns()[column]["type"] == "VARCHAR":
            frame[column] = frame[column].fillna("")
    return [f"{name}: {failure}" for failure in promises.failures(name, frame)]


def _changed(source: dict[str, str]) -> bool:
    path = RAW / source["file"]
    return not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != source["sha256"]


def next_release(source: str, entry: dict[str, Any]) -> date | None:
    """The publisher's next release after the vintage at hand: from its calendar, else from its usual rhythm."""
    about = catalog.refreshable()["sources"].get(source, {})
    vintage = date.fromisoformat(entry["vintage"])
    announced = [day for day in about.get("releases", []) if day > vintage]
    if announced:
        return min(announced)
    return vintage + timedelta(days=about["days_between"]) if "days_between" in about else None


def is_overdue(source: str, entry: dict[str, Any], today: date) -> bool:
    """Is the next release more days past than the source's calendar lets pass?"""
    due = next_release(source, entry)
    grace = catalog.refreshable()["sources"].get(source, {}).get("grace_days", 0)
    return due is not None and today > due + timedelta(days=grace)


def ages(edition: Edition) -> list[str]:
    """One line for each source that can be refreshed: how old its figures are and when the next are due."""
    lines = []
    for name in catalog.refreshable()["sources"]:
        entry = edition.refreshed.get(name)
        if entry is None:
            lines.append(f"{name}: never refreshed")
            continue
        days = (datetime.now(UTC).date() - date.fromisoformat(entry["vintage"])).days
        lines.append(f"{name}: published {entry['vintage']} ({days} days ago), next {next_release(name, entry)}")
    return lines
