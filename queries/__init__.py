"""The one way to ask the tables a question: named queries with bound parameters, answers with their provenance."""

import importlib
import re
import threading
from dataclasses import replace
from functools import lru_cache, partial
from typing import Any

import duckdb
import pandas as pd
from cachetools import LRUCache, cached
from sqlglot.errors import SqlglotError

from data import catalog, editions, lineage
from data.editions import Edition
from data.frames import bytes_of
from queries import database, engines, header, journal, law, sources
from queries.answer import Answer
from queries.cancellation import Cancellation
from queries.errors import (
    BadParameter,
    BrokenHeader,
    BrokenQuery,
    Cancelled,
    EngineAway,
    OverLimit,
    QueryError,
    TableUnavailable,
    TooLarge,
    UnknownQuery,
    UnknownTable,
)
from queries.header import Query, about, question
from queries.idle import IDLE
from queries.parameters import check, complete, known_are, parse

__all__ = [
    "Answer",
    "BadParameter",
    "BrokenHeader",
    "BrokenQuery",
    "Cancellation",
    "Cancelled",
    "EngineAway",
    "OverLimit",
    "Query",
    "QueryError",
    "TableUnavailable",
    "TooLarge",
    "UnknownQuery",
    "UnknownTable",
    "about",
    "ask",
    "describe",
    "names",
    "parse",
    "question",
    "table",
    "unavailable",
]

MISSING = re.compile(r"(?:Table|Function) with name \"?(\w+)\"? does not exist")
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

    Parameters not given take their defaults. Raises UnknownQuery, BrokenHeader, BrokenQuery, BadParameter,
    TableUnavailable, OverLimit, or catalog.Mistakes where the catalog is broken.
    """
    query = describe(name)
    for key in params:
        if key not in query.params:
            raise BadParameter(name, key, known_are(query))
    given = complete(query, params)
    check(query, given, lambda table: _keys(editions.now().name, table))
    edition = editions.now().name
    same = given
    if law.uses(query.sql)[0]:
        changes = _changes(edition)
        same = law.first_day(query.sql, given, changes)
        for near in map(_frozen, law.others(query.sql, same, query.params, changes)):
            if _answer.cache_key(edition, query, near) not in _answer.cache:
                IDLE.later((edition, name, near), partial(_in_advance, edition, query, near))
    known = _answer(edition, query, _frozen(same))
    return replace(known, params=given, frame=known.frame.copy(deep=False))


def _frozen(params: dict[str, Any]) -> Frozen:
    return tuple((key, tuple(value) if isinstance(value, list) else value) for key, value in params.items())


def _in_advance(edition: str, query: Query, given: Frozen) -> None:
    """Remember an answer that nobody has asked for yet, unless another edition has come meanwhile."""
    if editions.now().name == edition:
        _answer(edition, query, given)


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


@lru_cache(maxsize=2)
def _changes(edition: str) -> list[str]:
    """The days on which the law of tariffs changes, in that edition."""
    return sorted(str(day.date()) for day in ask("tariff_regimes").frame["valid_from"])


def _bytes(answer: Answer) -> int:
    return EACH_BYTES + bytes_of(answer.frame)


@cached(
    LRUCache(CACHED_BYTES, _bytes), key=lambda edition, query, given: (edition, query.sql, given), lock=threading.Lock()
)
def _answer(edition: str, query: Query, given: Frozen) -> Answer:
    """The edition is part of what is remembered, so that no answer outlives its tables."""
    return _asked(query, given)


def _asked(query: Query, given: Frozen) -> Answer:
    params = {key: list(value) if isinstance(value, tuple) else value for key, value in given}
    try:
        traced, tables = sources.traced(query.sql), lineage.tables_read(query.sql)
    except SqlglotError as error:
        _fetch(query, query.sql, params)  # DuckDB says what is wrong with it.
        raise BrokenQuery(query.name, str(error).splitlines()[0]) from error
    edition = editions.now()
    frame = _fetch(query, traced.sql or query.sql, params)
    cited = _sources(traced, frame, tables, edition)
    frame = frame.drop(columns=sources.TRACE) if traced.sql else frame
    if query.computed_by:
        frame, behind = importlib.import_module(query.computed_by).computed(frame, params)
        tables = tuple(dict.fromkeys([*tables, *(table for other in behind for table in other.tables)]))
        cited = tuple(dict.fromkeys([*cited, *(source for other in behind for source in other.sources)]))
    return Answer(query, params, frame, tables, cited, edition)


def _sources(traced: sources.Traced, frame: pd.DataFrame, tables: tuple[str, ...], edition: Edition) -> tuple[str, ...]:
    """The sources of the rows, in the order of the tables and their entries; of empty answers, those of the tables."""
    origins = sources.named(frame[sources.TRACE].unique()) if traced.sql else set()
    if origins:
        whole = {*tables} - traced.tables | {name.removeprefix(sources.WHOLE_TABLE) for name in origins}
    else:
        whole = {*tables} - {sources.WORDS}
    named = [source for table in tables for source in edition.sources(table) if table in whole or source in origins]
    others = sorted(name for name in origins.difference(named) if not name.startswith(sources.WHOLE_TABLE))
    return tuple(dict.fromkeys([*named, *others]))


def _fetch(query: Query, sql: str, params: dict[str, Any]) -> pd.DataFrame:
    tables, name = database.opened(), query.name
    try:
        with journal.timed("query", name) as told:
            if engines.is_here(query):
                return tables.fetch(name, sql, params)
            told["engine"], cluster = "cluster", importlib.import_module("queries.cluster")
            columns = tables.columns(sql, params)
            return cluster.fetch(name, sql, params, lineage.tables_read(query.sql), editions.now(), columns)
    except (duckdb.CatalogException, duckdb.ParserException, duckdb.BinderException) as error:
        missing = MISSING.search(str(error))
        if missing and (table_at_fault := tables.missing(missing[1])):
            raise tables.mistaken.get(table_at_fault) or TableUnavailable(table_at_fault) from error
        if missing and tables.shared.broken:
            raise tables.shared.broken[0] from error
        raise BrokenQuery(name, str(error).splitlines()[0]) from error
    except (duckdb.ConversionException, duckdb.InvalidInputException) as error:
        raise BadParameter(name, ", ".join(params), str(error).splitlines()[0]) from error


def unavailable(*, everything_made: bool = False) -> set[str]:
    """Names of tables whose file is missing or damaged, as far as is known, or once all that queries share is made."""
    tables = database.opened()
    if everything_made:
        tables.shared.make()
    return tables.unavailable
