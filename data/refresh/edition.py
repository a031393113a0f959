"""The next edition: newly asked figures, the tables they touch, all checks, one swap."""

import json
import os
import shutil
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from data import TABLES, catalog, checksums, clock, country_names, editions, store, vintages
from data.build import BuildError, build
from data.editions import Edition
from data.refresh import changes, continuity
from data.refresh.accepted import lifts, remedy
from data.tables.goods_by_product_annual import PRODUCTS

KEPT_EDITIONS = 3
UNFINISHED = ".unfinished"


@dataclass(frozen=True)
class Fresh:
    """What is new of a source: its entry for the catalog, figures in the shape of `data.vintages`, products."""

    entry: dict[str, Any]
    figures: pd.DataFrame
    products: Path | None = None


def touched(sources: Collection[str]) -> list[str]:
    """The tables that hold figures of any of these refreshed sources."""
    return [name for name in catalog.tables() if set(catalog.table(name).refreshed_by) & set(sources)]


def make(
    before: Edition,
    fresh: dict[str, Fresh],
    accepted: Collection[str] = (),
    say: Callable[[str], None] = print,
    is_trial: bool = False,
) -> dict[str, str]:
    """Make an edition of what was there and what is fresh, and swap it in; what is wrong with each refused source.

    What changes in each table is said first; a trial stops there. A source whose tables fail a check, or do not go on
    from the current ones unless it is in `accepted`, is left as it was before; the others go on. Nothing is swapped in
    where nothing is fresh and `before` is served as it is.
    """
    refused: dict[str, str] = {}
    folder = store.editions() / f"{UNFINISHED}-{os.getpid()}"
    good = dict(fresh)
    while good or before.name != editions.current().name:
        entries = {**before.refreshed, **_lay_out(folder, before, good)}
        wrong = _build(folder, list(entries), accepted, list(good))
        if not wrong:
            _say_changes(folder, list(good), say)
            if not is_trial:
                _finish(folder, entries)
            break
        blamed = _guilty(folder, before, good, _blamed(wrong, list(good)), accepted)
        refused.update(blamed or dict.fromkeys(good or entries, _sentence(wrong)))
        good = {source: new for source, new in good.items() if source not in refused}
        if not blamed:
            break
    shutil.rmtree(folder, ignore_errors=True)
    return refused


def _sentence(wrong: dict[str, str]) -> str:
    return "; ".join(f"{table}: {sentence}" for table, sentence in wrong.items())


def _blamed(wrong: dict[str, str], sources: list[str]) -> dict[str, str]:
    """The sources behind tables that are wrong, each with what is wrong."""
    return {
        source: f"{table}: {sentence}"
        for table, sentence in wrong.items()
        for source in catalog.table(table).refreshed_by
        if source in sources
    }


def _guilty(
    folder: Path, before: Edition, good: dict[str, Fresh], blamed: dict[str, str], accepted: Collection[str]
) -> dict[str, str]:
    """Of several sources behind a wrong table, those with which alone it is wrong; all where only together."""
    if len(blamed) < 2:
        return blamed
    found = {}
    for source in blamed:
        entries = {**before.refreshed, **_lay_out(folder, before, {source: good[source]})}
        if wrong := _build(folder, list(entries), accepted, [source]):
            found[source] = _sentence(wrong)
    return found or blamed


def _lay_out(folder: Path, before: Edition, good: dict[str, Fresh]) -> dict[str, dict[str, Any]]:
    """Put the tables that come with the site and all vintages into the folder; the entries of what is fresh."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(TABLES, folder / "tables", ignore=shutil.ignore_patterns("*.new", "*.py", "*.toml", "__pycache__"))
    (folder / "figures").mkdir()
    if before.figures:
        shutil.copytree(before.figures, folder / "figures", dirs_exist_ok=True)
    entries = {}
    for source, new in good.items():
        if new.products:
            shutil.copy(new.products, folder / "figures" / PRODUCTS)
        path = folder / "figures" / f"{source}.parquet"
        absent_is_nil = catalog.refreshable().sources[source].absent_is_nil
        versions = vintages.merged(_named_since(vintages.read(path)), new.figures, absent_is_nil)
        vintages.write(versions, path)
        periods, there = pd.to_datetime(versions["period"]), versions[versions["status"] != vintages.WITHDRAWN]
        entries[source] = {
            **new.entry,
            "first_year": int(periods.min().year),
            "last_period": f"{periods.max():%Y-%m-%d}",
            "vintage": f"{pd.to_datetime(versions['published_on']).max():%Y-%m-%d}",
            "without_code": country_names.without_code(there["country"].unique()),
            "unlisted": vintages.unlisted(versions),
        }
    return entries


def _named_since(versions: pd.DataFrame) -> pd.DataFrame:
    """Versions kept under a name that has a code by now, under that code; a name of a region counts with the others."""
    codes = country_names.named_since(versions["country"].unique())
    if not codes:
        return versions
    renamed = versions[versions["country"].map(codes) != ""]
    renamed = renamed.assign(country=renamed["country"].replace(codes))
    return renamed.drop_duplicates([*vintages.KEY, "published_on", "retrieved"])


def _say_changes(folder: Path, sources: list[str], say: Callable[[str], None]) -> None:
    in_force = editions.current().tables
    for name in touched(sources):
        file = f"{name}.parquet"
        for line in changes.described(name, in_force / file, folder / "tables" / file):
            say(line)


def _build(folder: Path, sources: list[str], accepted: Collection[str], fresh: list[str]) -> dict[str, str]:
    """Build the tables these sources touch; what is wrong with each, and how a person may take it as it is."""
    names = touched(sources)
    try:
        build(names, into=folder / "tables", figures=folder / "figures")
    except BuildError as error:
        return {name: "; ".join(found) for name, found in error.failures.items()}
    in_force = editions.current().tables
    found = {}
    for name in names:
        behind = catalog.table(name).refreshed_by
        found[name] = [
            " ".join([sentence, *(remedy(source, kind, name) for source in behind if source in fresh)])
            for kind, sentence in continuity.failures(
                name, in_force / f"{name}.parquet", folder / "tables" / f"{name}.parquet"
            )
            if not any(lifts(accepted, source, kind, name) for source in behind)
        ]
    return {name: "; ".join(sentences) for name, sentences in found.items() if sentences}


def _finish(folder: Path, entries: dict[str, dict[str, Any]]) -> None:
    """Describe the edition, put it in its place, make it the current one, and let go of old ones."""
    files = sorted([*folder.rglob("*.parquet"), folder / "tables" / checksums.FILE])
    for path in files:
        with path.open("rb+") as file:
            os.fsync(file.fileno())
    made = clock.now()
    about = {
        "made": f"{made:%Y-%m-%dT%H:%M:%SZ}",
        "shape": editions.shape(),
        "files": {path.relative_to(folder).as_posix(): store.sha256(path) for path in files},
        "sources": entries,
    }
    store.write_whole(folder / editions.MANIFEST, json.dumps(about, indent=1, ensure_ascii=False).encode())
    name = f"{made:%Y%m%dT%H%M%SZ}-{store.sha256(folder / editions.MANIFEST)[:6]}"
    folder.rename(folder.with_name(name))
    store.put_in_force(name)


def tidy() -> None:
    """Remove what a killed refresh left half made, and all but the newest editions."""
    folder = store.editions()
    if not folder.is_dir():
        return
    current = editions.current().name
    whole = sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
    kept = {current, *whole[-KEPT_EDITIONS:]}
    for path in folder.iterdir():
        if path.name not in kept:
            shutil.rmtree(path, ignore_errors=True)
