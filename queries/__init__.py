"""The one way to ask the tables a question: named queries with bound parameters, answers with their provenance."""

import importlib
import re
import threading
from dataclasses import replace
from functools import lru_cache
from typing import Any

import duckdb
import pandas as pd
from cachetools import LRUCache, cached

from data import catalog, editions, lineage
from data.editions import Edition
from queries import database, header, sources
from queries.answer import Answer
from queries.cancellation import Cancellation
from queries.errors import (
    BadParameter,
    BrokenHeader,
    Cancelled,
    OverLimit,
    QueryError,
    TableUnavailable,
    UnknownQuery,
)
from queries.header import Query
from queries.parameters import check, complete, parse

__all__ = [
    "Answer",
    "BadParameter",
    "BrokenHeader",
    "Cancellation",
    "Cancelled",
    "OverLimit",
    "Query",
    "QueryError",
    "TableUnavailable",
    "UnknownQuery",
    "ask",
    "describe",
    "names",
    "parse",
    "table",
    "unavailable",
]

MISSING_TABLE = re.compile(r"Table (?:Function )?with name \"?(\w+)\"? does not exist")
# An answer takes what its cells take and, for its key and frame, some more.
CACHED_BYTES, EACH_BYTES = 128 * 1024 * 1024, 4 * 1024
Frozen = tuple[tuple[str, Any], ...]


def names() -> list[str]:
    """Names of all queries."""
    return header.names()


def describe(name: str) -> Query:
    """What a query asks, takes and promises. Raises UnknownQuery or BrokenHeader."""
    if name not in header.names():
        raise UnknownQuery(name, header.names())
    return header.read(name)


def ask(name: str, **params: Any) -> Answer:
    """The answer of a query: its rows, and the parameters, tables and sources they come from.

    Parameters not given take their defaults. Raises UnknownQuery, BrokenHeader, BadParameter or TableUnavailable.
    """
    query = describe(name)
    for key in params:
        if key not in query.params:
            raise BadParameter(name, key, f"known are: {', '.join(query.params) or 'none'}")
    given = complete(query, params)
    check(query, given, lambda table: _keys(editions.now().name, table))
    frozen = tuple((key, tuple(value) if isinstance(value, list) else value) for key, value in given.items())
    known = _answer(editions.now().name, query, frozen)
    return replace(known, frame=known.frame.copy(deep=False))


def table(name: str) -> Answer:
    """The rows of one table in the order of its grain.

    Raises UnknownQuery for a name that is not in the catalog, TableUnavailable when its file is missing or damaged.
    """
    if name not in catalog.tables():
        raise UnknownQuery(name, catalog.tables())
    entry = catalog.table(name)
    columns, grain = ", ".join(entry.columns), ", ".join(entry.grain)
    sql = f"select {columns} from {name} order by {grain}"  # noqa: S608 - names come from the catalog
    return _asked(header.of_table(name, sql), ())


@lru_cache(maxsize=8)
def _keys(edition: str, name: str) -> frozenset[str]:
    """What the rows of a table are told apart by, in that edition."""
    return frozenset(table(name).frame[catalog.table(name).grain[0]])


def _bytes(answer: Answer) -> int:
    return EACH_BYTES + int(answer.frame.memory_usage(deep=True).sum())


@cached(
    LRUCache(CACHED_BYTES, _bytes), key=lambda edition, query, given: (edition, query.sql, given), lock=threading.Lock()
)
def _answer(edition: str, query: Query, given: Frozen) -> Answer:
    """The edition is part of what is remembered, so that no answer outlives its tables."""
    return _asked(query, given)


def _asked(query: Query, given: Frozen) -> Answer:
    params = {key: list(value) if isinstance(value, tuple) else value for key, value in given}
    frame, edition = _fetch(query.sql, query.name, params), editions.now()
    tables = lineage.tables_read(query.sql)
    cited = _sources(query, params, tables, edition)
    if query.computed_by:
        frame, behind = importlib.import_module(query.computed_by).computed(frame, params)
        tables = tuple(dict.fromkeys([*tables, *(table for other in behind for table in other.tables)]))
        cited = tuple(dict.fromkeys([*cited, *(source for other in behind for source in other.sources)]))
    return Answer(query, params, frame, tables, cited, edition)


def _sources(query: Query, params: dict[str, Any], tables: tuple[str, ...], edition: Edition) -> tuple[str, ...]:
    """The sources of the rows, in the order of the tables and their entries; of empty answers, those of the tables."""
    traced = sources.traced(query.sql)
    origins = set(_fetch(traced.sql, query.name, params)[sources.COLUMN]) if traced.sql else set()
    if origins:
        whole = {*tables} - traced.tables | {name.removeprefix(sources.WHOLE_TABLE) for name in origins}
    else:
        whole = {*tables} - {sources.WORDS}
    named = [source for table in tables for source in edition.sources(table) if table in whole or source in origins]
    others = sorted(name for name in origins.difference(named) if not name.startswith(sources.WHOLE_TABLE))
    return tuple(dict.fromkeys([*named, *others]))


def _fetch(sql: str, name: str, params: dict[str, Any] | None = None) -> pd.DataFrame:
    tables = database.opened()
    try:
        return tables.fetch(name, sql, params or {})
    except duckdb.CatalogException as error:
        missing = MISSING_TABLE.search(str(error))
        if missing and (table_at_fault := tables.missing(missing[1])):
            raise TableUnavailable(table_at_fault) from error
        raise
    except (duckdb.ConversionException, duckdb.BinderException, duckdb.InvalidInputException) as error:
        raise BadParameter(name, ", ".join(params or {}), str(error).splitlines()[0]) from error


def unavailable() -> set[str]:
    """Names of tables whose file is missing or damaged."""
    return database.opened().unavailable
