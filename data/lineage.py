"""Which tables a piece of SQL reads, by parsing it; macros and views of the tariff engine are followed."""

from functools import cache

import sqlglot
from sqlglot import exp
from sqlglot.optimizer.scope import traverse_scope

from data import catalog, engine

DIALECT = "duckdb"


@cache
def tables_read(sql: str) -> tuple[str, ...]:
    """Names of the tables below a query: its own as it names them, then those below the macros and views it uses.

    Raises sqlglot.errors.ParseError for what is no SQL.
    """
    found = _below(_names_used(sqlglot.parse_one(sql, dialect=DIALECT)))
    words = [token.text for token in sqlglot.tokenize(sql, dialect=DIALECT)]
    return tuple(sorted(found, key=lambda name: words.index(name) if name in words else len(words)))


def read_through_engine(sql: str) -> tuple[str, ...]:
    """Those of a query's tables that it reads through macros and views of the tariff engine."""
    used = _names_used(sqlglot.parse_one(sql, dialect=DIALECT)) & made_by_engine().keys()
    return _below(used)


@cache
def engine_needs() -> tuple[str, ...]:
    """Names of the tables that the tariff engine is made from."""
    return _below(frozenset(made_by_engine()))


def below(name: str) -> tuple[str, ...]:
    """The tables below a table, view or macro."""
    return _below(frozenset({name}))


def _names_used(tree: exp.Expr) -> frozenset[str]:
    """Tables, views and functions that a statement names; a name that it gives to a part of its own is none of them."""
    queries = [tree] if isinstance(tree, exp.Query) else tree.find_all(exp.Query)
    relations = {
        source.this.name if isinstance(source.this, exp.Func) else source.name
        for query in queries
        for scope in traverse_scope(query)
        for source in scope.sources.values()
        if isinstance(source, exp.Table)
    }
    return frozenset(relations | {call.name for call in tree.find_all(exp.Anonymous)})


def _below(names: frozenset[str]) -> tuple[str, ...]:
    """The tables among these names and below those that the engine makes; other functions are DuckDB's own."""
    made, seen, left = made_by_engine(), set[str](), set(names)
    while left:
        name = left.pop()
        seen.add(name)
        left |= made.get(name, frozenset()) - seen
    return tuple(name for name in catalog.tables() if name in seen)


@cache
def made_by_engine() -> dict[str, frozenset[str]]:
    """What the tariff engine makes (tables, views, macros), each with the names its SQL uses."""
    made = {}
    for statement in sqlglot.parse(engine.SQL.read_text(encoding="utf-8"), dialect=DIALECT):
        if isinstance(statement, exp.Create):
            made[statement.this.find(exp.Table).name] = _names_used(statement.expression)
    return made
