"""The one way to ask the tables a question: named queries with bound parameters."""

import re
import threading
from functools import lru_cache
from typing import Any

import duckdb
import pandas as pd
from cachetools import LRUCache, cached

from data import catalog, editions
from queries import database, header
from queries.cancellation import Cancellation
from queries.errors import BadParameter, Cancelled, OverLimit, QueryError, TableUnavailable, UnknownQuery
from queries.header import Query
from queries.parameters import check, parse, settled

__all__ = [
    "BadParameter",
    "Cancellation",
    "Cancelled",
    "OverLimit",
    "Query",
    "QueryError",
    "TableUnavailable",
    "UnknownQuery",
    "describe",
    "names",
    "parse",
    "run",
    "table",
    "unavailable",
]

MISSING_TABLE = re.compile(r"Table (?:Function )?with name \"?(\w+)\"? does not exist")
# An answer takes what its cells take and, for its key and frame, some more.
CACHED_BYTES, EACH_BYTES = 128 * 1024 * 1024, 4 * 1024


def names() -> list[str]:
    """Names of all queries."""
    return header.names()


def describe(name: str) -> Query:
    """What a query asks, takes and promises. Raises UnknownQuery."""
    if name not in header.names():
        raise UnknownQuery(name, header.names())
    return header.read(name)


def run(name: str, **params: Any) -> pd.DataFrame:
    """The answer of a query as a tidy frame, rows in the query's own order.

    Parameters not given take their defaults. Units stand in column names and in the catalog.
    Raises UnknownQuery, BadParameter or TableUnavailable.
    """
    query = describe(name)
    for key in params:
        if key not in query.params:
            raise BadParameter(name, key, f"known are: {', '.join(query.params) or 'none'}")
    bound = settled(query, params)
    check(query, bound, lambda table: _keys(editions.now().name, table))
    frozen = tuple((key, tuple(value) if isinstance(value, list) else value) for key, value in bound.items())
    return _answer(editions.now().name, query.sql, name, frozen).copy(deep=False)


@lru_cache(maxsize=8)
def _keys(edition: str, name: str) -> frozenset[str]:
    """What the rows of a table are told apart by, in that edition."""
    return frozenset(table(name)[catalog.table(name)["grain"][0]])


def _bytes(answer: pd.DataFrame) -> int:
    return EACH_BYTES + int(answer.memory_usage(deep=True).sum())


@cached(LRUCache(CACHED_BYTES, _bytes), lock=threading.Lock())
def _answer(edition: str, sql: str, name: str, frozen: tuple[tuple[str, Any], ...]) -> pd.DataFrame:
    """The edition is part of what is remembered, so that no answer outlives its tables."""
    params = {key: list(value) if isinstance(value, tuple) else value for key, value in frozen}
    return _fetch(sql, name, params)


def _fetch(sql: str, name: str, params: dict[str, Any] | None = None) -> pd.DataFrame:
    tables = database.opened()
    try:
        return tables.fetch(name, sql, params)
    except duckdb.CatalogException as error:
        missing = MISSING_TABLE.search(str(error))
        if missing and (table_at_fault := tables.missing(missing[1])):
            raise TableUnavailable(table_at_fault) from error
        raise
    except (duckdb.ConversionException, duckdb.BinderException, duckdb.InvalidInputException) as error:
        raise BadParameter(name, ", ".join(params or {}), str(error).splitlines()[0]) from error


def table(name: str, rows: int | None = None) -> pd.DataFrame:
    """The rows of one table in the order of its grain, all or the first so many.

    Raises UnknownQuery for a name that is not in the catalog, TableUnavailable when its file is missing or damaged.
    """
    if name not in catalog.tables():
        raise UnknownQuery(name, catalog.tables())
    entry = catalog.table(name)
    limit = f" limit {int(rows)}" if rows is not None else ""
    columns, grain = ", ".join(entry["columns"]), ", ".join(entry["grain"])
    sql = f"select {columns} from {name} order by {grain}{limit}"  # noqa: S608 - names come from the catalog
    return _fetch(sql, name)


def unavailable() -> set[str]:
    """Names of tables whose file is missing or damaged."""
    return database.opened().unavailable
