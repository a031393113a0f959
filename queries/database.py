"""One locked, in-memory DuckDB that holds the tables; nothing outside can be reached from it."""

import threading
import time
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from data import TABLES, catalog, editions, engine, lineage
from data.connection import connect
from queries import cancellation
from queries.errors import Cancelled, TookTooLong, TookTooMuchMemory
from queries.settings import settings

RETRY_SECONDS = 60
EDITIONS_HELD = 2


class Database:
    """The tables, loaded once, and the names of those that could not be loaded.

    Queries run on a cursor of their own, so that readers never share one.
    """

    def __init__(self, folder: Path = TABLES) -> None:
        self.unavailable: set[str] = set()
        self.loaded = time.monotonic()
        # Nothing is put off to disk: what does not fit into memory is refused.
        limits = {"memory_limit": settings().query_memory, "max_temp_directory_size": "0B", "temp_directory": ""}
        self._connection = connect(**limits)
        for name in catalog.tables():
            self._load(name, folder / f"{name}.parquet")
        self._load_engine()
        self._limit()

    def _limit(self) -> None:
        """From here on: no long query (for every cursor, hence `global`), no file, no network, no other settings.

        One thread a query: several add up in an order of their own, so that the last digits of a sum, and the bytes of
        a file, would change from run to run. Readers still share all cores.
        """
        self._connection.execute("set threads = 1")
        self._connection.execute(f"set global max_execution_time = {round(1000 * settings().query_seconds)}")
        self._connection.execute("set enable_external_access = false")
        self._connection.execute("set lock_configuration = true")

    def _load(self, name: str, path: Path) -> None:
        try:
            columns = ", ".join(catalog.table(name).columns)
            rows = f"select {columns} from read_parquet($file)"  # noqa: S608 - names come from the catalog
            promised = f"select {catalog.typed(name)} from read_parquet($file)"  # noqa: S608 - names come from the catalog
            if self._types(rows, path) != self._types(promised, path):
                self.unavailable.add(name)
            else:
                self._connection.execute(f"create table {name} as {rows}", {"file": path.as_posix()})
        except (duckdb.Error, catalog.Mistakes):
            self.unavailable.add(name)

    def _types(self, rows: str, path: Path) -> list[Any]:
        described = self._connection.execute(f"describe {rows}", {"file": path.as_posix()})
        return [kind for _, kind, *_ in described.fetchall()]

    def _load_engine(self) -> None:
        if self.unavailable.intersection(lineage.engine_needs()):
            return
        try:
            engine.load(self._connection)
        except duckdb.Error:
            # One of them holds what the engine cannot work with; which one it does not say.
            self.unavailable.update(lineage.engine_needs())

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

    def fetch(self, name: str, sql: str, params: dict[str, Any]) -> pd.DataFrame:
        """All rows of one query, bound to those of the parameters that it names; `name` is what errors call it.

        Raises OverLimit, Cancelled or duckdb.Error.
        """
        asked, cursor = cancellation.current(), self.cursor()
        try:
            with asked.running(cursor):
                (statement,) = cursor.extract_statements(sql)
                named = {parameter.lstrip("$") for parameter in statement.named_parameters}
                return cursor.execute(statement, {key: params[key] for key in named & params.keys()}).df()
        except duckdb.InterruptException as error:
            if asked.is_cancelled:
                raise Cancelled(name) from error
            raise TookTooLong(name, settings().query_seconds) from error
        except duckdb.OutOfMemoryException as error:
            raise TookTooMuchMemory(name, settings().query_memory) from error
        finally:
            cursor.close()


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
