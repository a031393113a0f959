"""One locked, in-memory DuckDB that holds the tables; nothing outside can be reached from it."""

import threading
import time
from pathlib import Path

import duckdb

from data import TABLES, catalog, editions, engine, lineage

SLOWEST_MS = 5000
RETRY_SECONDS = 60
EDITIONS_HELD = 2


class Database:
    """The tables, loaded once, and the names of those that could not be loaded.

    Queries run on a cursor of their own, so that readers never share one.
    """

    def __init__(self, folder: Path = TABLES) -> None:
        self.unavailable: set[str] = set()
        self.loaded = time.monotonic()
        self._connection = duckdb.connect()
        for name in catalog.tables():
            self._load(name, folder / f"{name}.parquet")
        self._load_engine()
        self._connection.execute(f"set max_execution_time = {SLOWEST_MS}")
        self._connection.execute("set enable_external_access = false")
        self._connection.execute("set lock_configuration = true")

    def _load(self, name: str, path: Path) -> None:
        try:
            columns = ", ".join(catalog.table(name).columns)
            self._connection.execute(
                f"create table {name} as select {columns} from read_parquet(?)",  # noqa: S608 - names come from the catalog
                [path.as_posix()],
            )
        except (duckdb.Error, catalog.Mistakes):
            self.unavailable.add(name)

    def _load_engine(self) -> None:
        if not self.unavailable.intersection(lineage.engine_needs()):
            engine.load(self._connection)

    def is_worth_keeping(self) -> bool:
        """Whether all tables could be loaded, or it is too early to try those that could not again."""
        return not self.unavailable or time.monotonic() - self.loaded < RETRY_SECONDS

    def missing(self, name: str) -> str | None:
        """The table at fault when a query cannot find `name`, if one could not be loaded."""
        if name in self.unavailable:
            return name
        return next((table for table in lineage.below(name) if table in self.unavailable), None)

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """A cursor for one query; close it after fetching."""
        return self._connection.cursor()


_lock = threading.Lock()
_open: dict[str, Database] = {}


def opened() -> Database:
    """The process-wide database of the edition this reader is answered from, loaded at the first call.

    Where a table could not be loaded, all are loaded anew a minute later.
    """
    edition = editions.now()
    with _lock:
        known = _open.get(edition.name)
        if known is None:
            _open[edition.name] = Database(edition.tables)
            for old in list(_open)[:-EDITIONS_HELD]:
                del _open[old]
        elif not known.is_worth_keeping():
            known.loaded = time.monotonic()
            again = Database(edition.tables)
            if len(again.unavailable) < len(known.unavailable):
                _open[edition.name] = again
        return _open[edition.name]
