"""What queries share, such as the tariff engine: made for the first query that names it.

To make all of it takes longer than to load all tables.
"""

import logging
import threading
from collections.abc import Collection
from pathlib import Path

import duckdb

from data import catalog, engine, lineage

LOG = logging.getLogger(__name__)
LIMITS_MET = (duckdb.InterruptException, duckdb.OutOfMemoryException)


class SharedSql:
    """The files of it that are still to be made in a database; `broken` tells of those that are missing or no SQL.

    Where one cannot be made of the tables that it needs, they are added to those that are `unavailable`.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, unavailable: set[str]) -> None:
        self.broken: list[catalog.Mistakes] = []
        self._connection, self._unavailable = connection, unavailable
        self._waiting = [sql for sql in engine.FILES if self._is_whole(sql)]
        self._making = threading.Lock()
        self._is_written = False

    def _is_whole(self, sql: Path) -> bool:
        try:
            lineage.engine_needs(sql)
        except catalog.Mistakes as error:
            LOG.error("What queries share is missing: %s", error)
            self.broken.append(error)
            return False
        return True

    def make(self, files: Collection[Path] = engine.FILES) -> None:
        """Make what these files make, where that is still to do. Raises duckdb.Error where a limit was met."""
        for sql in [sql for sql in self._waiting if sql in files]:
            with self._making:
                if sql in self._waiting:
                    self._make(sql)
                    # A list of its own: others go through the one before without waiting.
                    self._waiting = [other for other in self._waiting if other != sql]
        if not self._waiting and not self._is_written and self._making.acquire(blocking=False):
            try:
                self._write()
            finally:
                self._making.release()

    def _write(self) -> None:
        """Write all tables as to a disk, by which they take less than half the memory; nobody waits for it.

        DuckDB refuses while a query is under way that began before the last of them was made: the next asking tries
        again.
        """
        try:
            self._connection.execute("checkpoint")
            self._is_written = True
        except (duckdb.TransactionException, *LIMITS_MET) as error:
            LOG.info("Tables are not yet written as to a disk: %s", error)

    def _make(self, sql: Path) -> None:
        needs = lineage.engine_needs(sql)
        if self._unavailable.intersection(needs):
            return
        self._connection.begin()
        try:
            engine.load(self._connection, sql)
            self._connection.commit()
        except LIMITS_MET:
            self._connection.rollback()
            raise
        except duckdb.Error:
            # One of them holds what the macros cannot work with; which one it does not say.
            self._connection.rollback()
            self._unavailable.update(needs)
