"""The one way to ask the tables a question: named queries with bound parameters, answers with their provenance."""

import threading
from dataclasses import replace
from functools import lru_cache, partial
from typing import Any

import pandas as pd
from cachetools import LRUCache, cached

from data import catalog, editions
from queries import answering, database, header, law
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
from queries.parameters import Frozen, check, complete, frozen, known_are, parse, thawed

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

# An answer takes what its cells take and, for its key and parameters, some more.
CACHED_BYTES, EACH_BYTES = 128 * 1024 * 1024, 4 * 1024


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
    if (uses := law.uses(query.sql)).law_only:
        changes = _changes(edition, uses.remedies)
        same = law.first_day(query.sql, given, changes)
        _make_ahead(edition, query, [frozen(other) for other in law.others(query.sql, same, query.params, changes)])
    known = _answer(edition, query, frozen(same))
    return replace(known, params=given)


def _make_ahead(edition: str, query: Query, others: list[Frozen]) -> None:
    """Let the answers under other laws be made some day, the last two soon too: the law before and the one after."""
    for place, other in enumerate(others):
        if _answer.cache_key(edition, query, other) not in _answer.cache:
            key, job = (edition, query.name, other), partial(_in_advance, edition, query, other)
            IDLE.some_day(key, job)
            if place >= len(others) - 2:
                IDLE.later(key, job)


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
    return answering.answered(header.of_table(name, sql), {})


@lru_cache(maxsize=8)
def _keys(edition: str, name: str) -> frozenset[str]:
    """What the rows of a table are told apart by, in that edition."""
    return frozenset(table(name).frame[catalog.table(name).grain[0]])


@lru_cache(maxsize=4)
def _changes(edition: str, has_remedies: bool = False) -> list[str]:
    """The days on which the law of tariffs changes, or remedies do where they are asked for, in that edition."""
    days = sorted(ask("tariff_regimes").frame["valid_from"])
    if has_remedies:
        rates = table("trade_remedy_rates").frame
        of_remedies = {*rates["valid_from"].dropna(), *(rates["valid_to"].dropna() + pd.Timedelta(days=1))}
        days = sorted({*days, *(day for day in of_remedies if day > days[0])})
    return [str(day.date()) for day in days]


def _bytes(answer: Answer) -> int:
    return EACH_BYTES + len(answer.rows)


@cached(
    LRUCache(CACHED_BYTES, _bytes), key=lambda edition, query, given: (edition, query.sql, given), lock=threading.Lock()
)
def _answer(edition: str, query: Query, given: Frozen) -> Answer:
    """The edition is part of what is remembered, so that no answer outlives its tables."""
    return answering.answered(query, thawed(given))


def unavailable(*, everything_made: bool = False) -> set[str]:
    """Names of tables whose file is missing or damaged, as far as is known, or once all that queries share is made."""
    tables = database.opened()
    if everything_made:
        tables.shared.make()
    return tables.unavailable
