"""One locked, in-memory DuckDB that holds the tables; nothing outside can be reached from it."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from data import TABLES, catalog, checksums, editions, lineage
from data.connection import connect
from data.frames import bytes_of
from queries import cancellation, engines
from queries.errors import Cancelled, TookTooLong, TookTooMuchMemory, TooLarge
from queries.settings import settings
from queries.shared_sql import SharedSql

RETRY_SECONDS = 60
EDITIONS_HELD = 2


class Database:
    """The tables, loaded once, and the names of those that could not be loaded, by a mistake in the catalog or not.

    Queries run on a cursor of their own, so that readers never share one.
    """

    def __init__(self, folder: Path = TABLES) -> None:
        self.unavailable: set[str] = set()
        self.mistaken: dict[str, catalog.Mistakes] = {}
        self.loaded = time.monotonic()
        self._turns = threading.BoundedSemaphore(settings().queries_at_once)
        # Nothing is put off to disk: what does not fit into memory is refused.
        limits = {"memory_limit": settings().query_memory, "max_temp_directory_size": "0B", "temp_directory": ""}
        # One thread a query: several add up in an order of their own, so that the last digits of a sum, and the bytes
        # of a file, would change from run to run. Readers still share all cores. Several also load with more work.
        self._connection = connect(threads="1", **limits)
        known = checksums.listed(folder)
        for name in catalog.tables():
            self._load(name, folder / f"{name}.parquet", known)
        self.shared = SharedSql(self._connection, self.unavailable)
        # As many as there are queries and tables.
        self._statements: dict[str, tuple[duckdb.Statement, frozenset[str]]] = {}
        self._limit()

    def _limit(self) -> None:
        """From here on: no long query (for every cursor, hence `global`), no file, no network, no other settings."""
        self._connection.execute(f"set global max_execution_time = {round(1000 * settings().query_seconds)}")
        self._connection.execute("set enable_external_access = false")
        self._connection.execute("set lock_configuration = true")

    def _load(self, name: str, path: Path, known: dict[str, str]) -> None:
        """Load a table that is the file listed, of the types promised, and not empty unless its entry allows that."""
        try:
            if not checksums.is_as_listed(path, known):
                self.unavailable.add(name)
                return
            columns = list(catalog.table(name).columns)
            promised = [catalog.columns()[column].type for column in columns]
            may_be_empty, is_held = catalog.table(name).empty_until_refreshed, name in engines.held_here()
            rows = f"select {', '.join(columns)} from read_parquet($file)"  # noqa: S608 - names come from the catalog
            held = f"create table {name} as {rows}{'' if is_held else ' limit 0'}"
            ((count,),) = self._connection.execute(held, {"file": path.as_posix()}).fetchall()
            has_rows = may_be_empty or count or (not is_held and self._has_rows(path))
            if self._types(name) != promised or not has_rows:
                self._connection.execute(f"drop table {name}")
                self.unavailable.add(name)
        except (OSError, duckdb.Error):
            self.unavailable.add(name)
        except catalog.Mistakes as error:
            self.unavailable.add(name)
            self.mistaken[name] = error

    def _types(self, table: str) -> list[Any]:
        return [str(kind) for kind in self._connection.table(table).types]

    def _has_rows(self, path: Path) -> bool:
        """Whether there is a row in a file of which no table holds the rows."""
        found = self._connection.execute("from read_parquet($file) limit 1", {"file": path.as_posix()})
        return found.fetchone() is not None

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

    def columns(self, sql: str, params: dict[str, Any]) -> dict[str, str]:
        """The columns of a query's answer with their types, without asking it. Raises duckdb.Error."""
        self.shared.make(lineage.shared_by(sql))
        cursor = self.cursor()
        try:
            found = cursor.execute(*self._bound(cursor, f"describe {sql}", params)).fetchall()
        finally:
            cursor.close()
        return {name: kind for name, kind, *_ in found}

    def fetch(self, name: str, sql: str, params: dict[str, Any]) -> pd.DataFrame:
        """All rows of one query, bound to those of the parameters that it names; `name` is what errors call it.

        Raises OverLimit, Cancelled or duckdb.Error.
        """
        asked, cursor = cancellation.current(), self.cursor()
        try:
            self.shared.make(lineage.shared_by(sql))
            with self._turn(name), asked.running(cursor):
                return allowed(name, cursor.execute(*self._bound(cursor, sql, params)).df())
        except duckdb.InterruptException as error:
            if asked.is_cancelled:
                raise Cancelled(name) from error
            raise TookTooLong(name, settings().query_seconds) from error
        except duckdb.OutOfMemoryException as error:
            raise TookTooMuchMemory(name, settings().query_memory) from error
        finally:
            cursor.close()

    def _bound(
        self, cursor: duckdb.DuckDBPyConnection, sql: str, params: dict[str, Any]
    ) -> tuple[duckdb.Statement, dict[str, Any]]:
        """The statement, parsed once since each execution copies it, and those of the parameters that it names."""
        if sql not in self._statements:
            # By the cursor: the connection refuses while it makes what queries share, or parses for another reader.
            (statement,) = cursor.extract_statements(sql)
            named = frozenset(parameter.lstrip("$") for parameter in statement.named_parameters)
            self._statements[sql] = (statement, named)
        statement, named = self._statements[sql]
        return statement, {key: params[key] for key in named & params.keys()}

    @contextmanager
    def _turn(self, name: str) -> Iterator[None]:
        """A place among the queries that run at once, waited for as long as a query may take. Raises TookTooLong."""
        if not self._turns.acquire(timeout=settings().query_seconds):
            raise TookTooLong(name, settings().query_seconds)
        try:
            yield
        finally:
            self._turns.release()


def allowed(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """The rows, where they are no more than one answer may have. Raises TooLarge."""
    rows, megabytes = settings().answer_rows, settings().answer_mb
    if len(frame) > rows:
        raise TooLarge(name, f"{rows:,} rows")
    if bytes_of(frame) > megabytes * 1_000_000:
        raise TooLarge(name, f"{megabytes} MB")
    return frame


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
