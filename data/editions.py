"""Editions: whole sets of tables. The site reads the current one; a refresh makes the next and swaps it in."""

import hashlib
import json
import threading
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from cachetools import TTLCache, cached

from data import TABLES, catalog, checksums, store
from data.catalog.source_model import Cited
from data.catalog.table_model import RefreshRule

MANIFEST = "edition.json"
REMEDY = "run: python -m data refresh"
RETRY_SECONDS = 60


@dataclass(frozen=True)
class Edition:
    """One whole set of tables and what it was refreshed from.

    `refreshed` maps each refreshed source to its catalog entry with vintage, retrieval and checksum; `figures` is the
    folder with all its vintages. The edition that comes with the site has neither.
    """

    name: str
    tables: Path
    figures: Path | None = None
    made: str = ""
    refreshed: dict[str, dict[str, Any]] = field(default_factory=dict, hash=False)

    def refreshers(self, table: str) -> dict[str, RefreshRule]:
        """The refreshed sources a table of this edition holds, each with what it replaces and lifts."""
        known = catalog.table(table).refreshed_by
        return {source: known[source] for source in known if source in self.refreshed}

    def _reaching_back(self, table: str) -> list[RefreshRule]:
        """What is said of the refreshed sources of a table that begin early enough to stand in for what came before."""
        refreshers = self.refreshers(table).items()
        return [about for name, about in refreshers if self.refreshed[name]["first_year"] <= about.from_year]

    def sources(self, table: str) -> list[str]:
        """Names of the sources behind a table of this edition."""
        replaced = {name for about in self._reaching_back(table) for name in about.replaces}
        shipped = [name for name in catalog.table(table).sources if name not in replaced]
        return [*shipped, *self.refreshers(table)]

    def source(self, name: str) -> Cited:
        """How a source is cited in this edition."""
        return Cited.model_validate(self.refreshed[name]) if name in self.refreshed else catalog.sources()[name]

    def caveats(self, table: str) -> list[str]:
        """Names of the warnings that hold for a table of this edition."""
        lifted = {name for about in self._reaching_back(table) for name in about.lifts}
        return [name for name in catalog.table(table).caveats if name not in lifted]


SHIPPED = Edition("shipped", TABLES)
_pinned: ContextVar[Edition | None] = ContextVar("edition", default=None)


def now() -> Edition:
    """The edition this reader's page or request is answered from: the pinned one, else the current one."""
    return _pinned.get() or current()


def pin() -> Edition:
    """Hold on to the current edition, so that nothing drawn after this comes from another one."""
    edition = current()
    _pinned.set(edition)
    return edition


def current() -> Edition:
    """The edition in force: the newest that a refresh swapped in, or the one that came with the site."""
    return in_force()[0]


def in_force() -> tuple[Edition, str]:
    """The edition in force, and one sentence where a refreshed one is there but cannot be served, else empty."""
    try:
        name = store.edition_in_force()
    except FileNotFoundError:
        return SHIPPED, ""
    except (OSError, ValueError):
        return SHIPPED, f"The pointer to the refreshed edition cannot be read; {REMEDY}"
    if name == SHIPPED.name:
        return SHIPPED, ""
    edition, problem = _opened(store.editions() / name)
    return (SHIPPED, problem) if problem else (edition, "")


def newest_with_figures() -> Edition:
    """The newest edition whose figures are whole, its tables served or not: what a refresh goes on from.

    The one that came with the site where a person went back to it: what was undone is not gone on from.
    """
    if _went_back_to_shipped():
        return SHIPPED
    folder = store.editions()
    names = sorted((path.name for path in folder.glob("[!.]*")), reverse=True) if folder.is_dir() else []
    served = current().name
    for name in sorted(names, key=lambda name: name != served):
        edition, problem = _opened(folder / name)
        if edition.figures and (not problem or not _damaged(edition.figures.parent, "figures/")):
            return edition
    return SHIPPED


def _went_back_to_shipped() -> bool:
    try:
        return store.edition_in_force() == SHIPPED.name
    except (OSError, ValueError):
        return False


def is_whole(name: str) -> bool:
    """Can the edition of this name be served?"""
    return not _opened(store.editions() / name)[1]


_whole: dict[Path, Edition] = {}


def _opened(folder: Path) -> tuple[Edition, str]:
    """The edition in a folder, and what is wrong with it if it cannot be served; what is wrong is looked at again."""
    if folder in _whole:
        return _whole[folder], ""
    edition, problem = _examined(folder)
    if not problem:
        _whole[folder] = edition
    return edition, problem


@cached(TTLCache(maxsize=16, ttl=RETRY_SECONDS), lock=threading.Lock())
def _examined(folder: Path) -> tuple[Edition, str]:
    try:
        about = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        edition = Edition(folder.name, folder / "tables", folder / "figures", about["made"], about["sources"])
        damaged = _damaged(folder, "")
        shape_then = about["shape"]
    except (OSError, ValueError, KeyError, TypeError):
        return SHIPPED, f"The refreshed edition {folder.name} cannot be read; {REMEDY}"
    if damaged:
        return edition, f"The refreshed file {damaged} is missing or damaged; {REMEDY}"
    if shape_then != shape():
        return edition, f"The refreshed tables were made by another version of the site; {REMEDY}"
    return edition, ""


def _damaged(folder: Path, start: str) -> str:
    """The first file of an edition that is not what its manifest says; empty where all are."""
    listed = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["files"]
    files = ((folder / name, digest) for name, digest in listed.items() if name.startswith(start))
    return next((file.name for file, digest in files if not file.is_file() or store.sha256(file) != digest), "")


@cache
def shape() -> str:
    """A digest of what tables must look like; an edition of another shape is not served."""
    described = {"list of checksums": checksums.FILE, **{name: catalog.typed(name) for name in catalog.tables()}}
    return hashlib.sha256(json.dumps(described, sort_keys=True).encode()).hexdigest()[:16]


def forget() -> None:
    """Look at every edition anew, as a process that has just started does."""
    _whole.clear()
    _examined.cache_clear()
