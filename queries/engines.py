"""Which engine answers a question: DuckDB in this process, or, by setting, a cluster that speaks Spark Connect."""

from functools import cache

from sqlglot.errors import SqlglotError

from data import catalog, lineage
from queries.header import Query
from queries.parameters import KEYS
from queries.settings import settings

HERE = "duckdb"


def is_here(query: Query) -> bool:
    """Whether DuckDB answers it: all without a cluster, else what says so or looks at no table of the cluster's."""
    if HERE in (settings().engine, query.engine) or (query.is_table and query.name in held_here()):
        return True
    try:
        return not _there().intersection(lineage.tables_read(query.sql))
    except SqlglotError:
        return True  # DuckDB says what is wrong with it.


@cache
def held_here() -> frozenset[str]:
    """Tables whose rows DuckDB holds: those that are not the cluster's, and those behind what DuckDB alone answers."""
    if settings().engine == HERE:
        return frozenset(catalog.tables())
    asked = [table for query in _readable() if query.engine == HERE for table in lineage.tables_read(query.sql)]
    shared = [table for made in lineage.made_by_engine() for table in lineage.below(made)]
    return frozenset([*asked, *shared, *KEYS.values(), *(set(catalog.tables()) - _there())])


def _there() -> frozenset[str]:
    """Tables for which the cluster is asked."""
    return frozenset(settings().engine_for or catalog.tables())


def _readable() -> list[Query]:
    """All queries but those whose header has mistakes; they answer nothing."""
    found = []
    for name in catalog.queries():
        try:
            found.append(catalog.query(name))
        except catalog.Mistakes:
            continue
    return found
