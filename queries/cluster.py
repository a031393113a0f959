"""The cluster that answers questions where the setting `engine` names one: Spark SQL through Spark Connect."""

import logging
import threading
import uuid
import warnings
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, InvalidStateError
from contextlib import suppress
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa

from data.connection import over
from data.editions import Edition
from queries import cancellation, spark_sql
from queries.database import EDITIONS_HELD, allowed
from queries.errors import BadParameter, Cancelled, EngineAway, TookTooLong
from queries.settings import settings

LOG = logging.getLogger(__name__)
NOT_A_VALUE = "CAST_INVALID_INPUT"
STOPS, STOP_SECONDS = 100, 0.2


class Session:
    """A session of the cluster that knows the tables of one edition, each from the first question to it on."""

    def __init__(self, edition: Edition) -> None:
        with warnings.catch_warnings():
            # It says of itself that it does not know pandas 3 yet; rows come as Arrow, never as pandas.
            warnings.simplefilter("ignore", FutureWarning)
            from pyspark.sql.connect.session import SparkSession

            self.spark = SparkSession.builder.remote(settings().engine).create()
        # Its own patience is ten minutes; readers are told at once.
        self.spark.client.set_retry_policies([])
        stored = settings().engine_tables.rstrip("/")
        self._folder = f"{stored}/{edition.name}" if stored else edition.tables.resolve().as_uri()
        self._known: set[str] = set()

    def rows(self, sql: str, params: dict[str, Any], tables: tuple[str, ...], tag: str) -> pa.Table:
        """What a query finds, up to one row more than one answer may have."""
        views = spark_sql.views(sql)
        for name in tables:
            if name not in self._known:
                self.spark.read.parquet(f"{self._folder}/{name}.parquet").createOrReplaceTempView(name)
        for name, made in views.items():
            if name not in self._known:
                self.spark.sql(made).createOrReplaceTempView(name)
        self._known.update(tables, views)
        text, bound = spark_sql.bound(sql, params)
        self.spark.addTag(tag)
        return self.spark.sql(text, args=bound).limit(settings().answer_rows + 1).toArrow()


class Asking:
    """One question that is being asked, in a thread of its own, so that nobody waits longer than they want to."""

    def __init__(self) -> None:
        self.tag = uuid.uuid4().hex
        self.session: Session | None = None
        self._done: Future[pa.Table] = Future()
        self._ended = threading.Event()

    def within(self, seconds: float, ask: Callable[[], pa.Table]) -> pa.Table:
        """What `ask` returns or raises; TimeoutError beyond these seconds, CancelledError once interrupted."""
        threading.Thread(target=self._ask, args=(ask,), name="cluster", daemon=True).start()
        return self._done.result(seconds)

    def _ask(self, ask: Callable[[], pa.Table]) -> None:
        # Where nobody waits any more, what came of it is nobody's.
        with suppress(InvalidStateError):
            try:
                self._done.set_result(ask())
            except Exception as error:  # noqa: BLE001 - raised where it is waited for
                self._done.set_exception(error)
            except BaseException as error:  # noqa: BLE001 - a library that would end the process ends only its answer
                self._done.set_exception(RuntimeError(str(error)))
            finally:
                self._ended.set()

    @property
    def is_over(self) -> bool:
        """Whether nobody waits for it any more."""
        return self._done.cancelled()

    def interrupt(self) -> None:
        """Let whoever waits go on, and have the cluster stop."""
        self._done.cancel()
        threading.Thread(target=self._stop, name="cluster", daemon=True).start()

    def _stop(self) -> None:
        # What is just beginning there is not known there yet: it is told until it has ended.
        for _ in range(STOPS):
            if self._ended.wait(STOP_SECONDS):
                return
            if self.session:
                with suppress(Exception):
                    self.session.spark.interruptTag(self.tag)


_lock = threading.Lock()
_open: dict[str, Session] = {}


def fetch(
    name: str, sql: str, params: dict[str, Any], tables: tuple[str, ...], edition: Edition, columns: dict[str, str]
) -> pd.DataFrame:
    """All rows of one query, in these columns of DuckDB's types; `tables` are those it reads.

    Raises OverLimit, Cancelled, BadParameter, or EngineAway, which says no more than readers may know.
    """
    asked, asking = cancellation.current(), Asking()
    try:
        with asked.running(asking):
            rows = asking.within(
                settings().query_seconds, lambda: _rows(asking, edition, (sql, params, tables, asking.tag))
            )
    except TimeoutError as error:
        asking.interrupt()
        raise TookTooLong(name, settings().query_seconds) from error
    except (CancelledError, duckdb.InterruptException) as error:
        raise Cancelled(name) from error
    except Exception as error:
        if NOT_A_VALUE in str(error):
            raise BadParameter(name, ", ".join(params), str(error).splitlines()[0]) from error
        LOG.exception("The cluster did not answer %s", name)
        raise EngineAway(name) from error
    typed = ", ".join(f'cast("{column}" as {kind}) as "{column}"' for column, kind in columns.items())
    with over(rows=rows) as connection:
        return allowed(name, connection.execute(f"select {typed} from rows").df())  # noqa: S608 - DuckDB's own names


def _rows(asking: Asking, edition: Edition, what: tuple[Any, ...]) -> pa.Table:
    """The rows from the session at hand; a cluster that started anew knows it no more, and a new one is tried once."""
    with _lock:
        asking.session = _open.get(edition.name)
    if asking.session:
        try:
            return asking.session.rows(*what)
        except Exception as error:
            if NOT_A_VALUE in str(error) or asking.is_over:
                raise
    asking.session = Session(edition)
    try:
        rows = asking.session.rows(*what)
    except Exception:
        with suppress(Exception):
            asking.session.spark.client.close()
        raise
    with _lock:
        _open[edition.name] = asking.session
        for old in list(_open)[:-EDITIONS_HELD]:
            del _open[old]
    return rows
