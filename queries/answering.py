"""How a question is answered: the engine gives the rows, and the rows say which sources they are from."""

import importlib
import re
import threading
from typing import Any

import duckdb
import pandas as pd
from cachetools import LRUCache, cached
from sqlglot.errors import SqlglotError

from data import editions, lineage
from data.editions import Edition
from data.frames import packed
from queries import database, engines, journal, sources, span
from queries.answer import Answer
from queries.errors import BadParameter, BrokenQuery, TableUnavailable
from queries.header import Query
from queries.parameters import Frozen, frozen, thawed

ALL_YEARS_BYTES = 16 * 1024 * 1024
MISSING = re.compile(r"(?:Table|Function) with name \"?(\w+)\"? does not exist")


def answered(query: Query, params: dict[str, Any]) -> Answer:
    """The rows of a query for these parameters, and the tables and sources they are from; remembered by nobody."""
    try:
        traced, tables = sources.traced(query.sql), lineage.tables_read(query.sql)
    except SqlglotError as error:
        fetched(query, query.sql, params)  # DuckDB says what is wrong with it.
        raise BrokenQuery(query.name, str(error).splitlines()[0]) from error
    edition = editions.now()
    frame = rows(query, traced.sql or query.sql, params)
    cited = sources_of(traced, frame, tables, edition)
    # The origins are the last column; to slice them off takes a tenth of what it takes to drop them.
    frame = frame.iloc[:, :-1] if traced.sql else frame
    if query.computed_by:
        frame, behind = importlib.import_module(query.computed_by).computed(frame, params)
        tables = tuple(dict.fromkeys([*tables, *(table for other in behind for table in other.tables)]))
        cited = tuple(dict.fromkeys([*cited, *(source for other in behind for source in other.sources)]))
    return Answer(query, params, packed(frame), tables, cited, edition)


def rows(query: Query, sql: str, params: dict[str, Any]) -> pd.DataFrame:
    """The rows of a query; those of a span of years out of the rows of all years, where that is no other answer."""
    if engines.is_here(query) and (cut := span.cut(sql)):
        asked = {name: value for name, value in {**params, **span.ALL_YEARS}.items() if name != cut.most}
        whole = _of_all_years(editions.now().name, query, cut.sql, frozen(asked))
        return cut.of(whole, params)
    return fetched(query, sql, params)


@cached(
    LRUCache(ALL_YEARS_BYTES, span.AllYears.bytes),
    key=lambda edition, _, sql, given: (edition, sql, given),
    lock=threading.Lock(),
)
def _of_all_years(_edition: str, query: Query, sql: str, given: Frozen) -> span.AllYears:
    """The rows of all years; the edition is part of what is remembered."""
    return span.AllYears.of(fetched(query, sql, thawed(given)))


def sources_of(
    traced: sources.Traced, frame: pd.DataFrame, tables: tuple[str, ...], edition: Edition
) -> tuple[str, ...]:
    """The sources of the rows, in the order of the tables and their entries; of empty answers, those of the tables."""
    origins = sources.named(frame[sources.TRACE].unique()) if traced.sql else set()
    if origins:
        whole = {*tables} - traced.tables | {name.removeprefix(sources.WHOLE_TABLE) for name in origins}
    else:
        whole = {*tables} - {sources.WORDS}
    named = [source for table in tables for source in edition.sources(table) if table in whole or source in origins]
    others = sorted(name for name in origins.difference(named) if not name.startswith(sources.WHOLE_TABLE))
    return tuple(dict.fromkeys([*named, *others]))


def fetched(query: Query, sql: str, params: dict[str, Any]) -> pd.DataFrame:
    """The rows that `sql` gives where the query is answered: by DuckDB here or by a cluster."""
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
