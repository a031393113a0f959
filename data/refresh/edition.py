"""The next edition: newly asked figures, the tables they touch, all checks, one swap."""

import json
import os
import shutil
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from data import TABLES, catalog, clock, editions, store, vintages
from data.build import BuildError, build
from data.editions import Edition
from data.refresh import continuity
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


def make(before: Edition, fresh: dict[str, Fresh], accepted: Collection[str] = ()) -> dict[str, str]:
    """Make an edition of what was there and what is fresh, and swap it in; what is wrong with each refused source.

    A source whose tables fail a check, or do not go on from the current ones unless it is in `accepted`, is left as it
    was before; the others go on. Nothing is swapped in where nothing is fresh and `before` is served as it is.
    """
    refused: dict[str, str] = {}
    folder = store.editions() / f"{UNFINISHED}-{os.getpid()}"
    good = dict(fresh)
    while good or before.name != editions.current().name:
        entries = {**before.refreshed, **_lay_out(folder, before, good)}
        wrong = _build(folder, list(entries), accepted)
        if not wrong:
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
        if wrong := _build(folder, list(entries), accepted):
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
        versions = vintages.merged(vintages.read(path), new.figures)
        vintages.write(versions, path)
        periods = pd.to_datetime(versions["period"])
        entries[source] = {
            **new.entry,
            "first_year": int(periods.min().year),
            "last_period": f"{periods.max():%Y-%m-%d}",
            "vintage": f"{pd.to_datetime(versions['published_on']).max():%Y-%m-%d}",
        }
    return entries


def _build(folder: Path, sources: list[str], accepted: Collection[str]) -> dict[str, str]:
    """Build the tables these sources touch; what is wrong with each."""
    names = touched(sources)
    try:
        build(names, into=folder / "tables", figures=folder / "figures")
    except BuildError as error:
        return {name: "; ".join(found) for name, found in error.failures.items()}
    compared = [name for name in names if not set(catalog.table(name).refreshed_by) & set(accepted)]
    in_force = editions.current().tables
    found = {
        name: continuity.failures(name, in_force / f"{name}.parquet", folder / "tables" / f"{name}.parquet")
        for name in compared
    }
    return {name: "; ".join(sentences) for name, sentences in found.items() if sentences}


def _finish(folder: Path, entries: dict[str, dict[str, Any]]) -> None:
    """Describe the edition, put it in its place, make it the current one, and let go of old ones."""
    files = sorted(path for path in folder.rglob("*.parquet"))
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
