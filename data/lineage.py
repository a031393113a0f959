"""Which tables a piece of SQL reads, by parsing it; macros and views that queries share are followed."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError
from sqlglot.optimizer.scope import traverse_scope

from data import catalog, engine

DIALECT = "duckdb"
WORD = re.compile(r"\w+")
COMMENT = re.compile(r"--.*")


@lru_cache(maxsize=1)
def parsed(sql: str) -> exp.Expr:
    """A query as a tree, to be copied by whoever changes it; what is asked of one query needs it more than once.

    Raises sqlglot.errors.ParseError for what is no SQL.
    """
    return sqlglot.parse_one(sql, dialect=DIALECT)


@cache
def tables_read(sql: str) -> tuple[str, ...]:
    """Names of the tables below a query: its own as it names them, then those below the macros and views it uses.

    Raises sqlglot.errors.ParseError for what is no SQL.
    """
    found, words = _below(_names_in(sql)), WORD.findall(COMMENT.sub("", sql))
    return tuple(sorted(found, key=lambda name: words.index(name) if name in words else len(words)))


def read_through_engine(sql: str) -> tuple[str, ...]:
    """Those of a query's tables that it reads through macros and views that queries share."""
    return _below(_names_in(sql) & made_by_engine().keys())


@lru_cache(maxsize=1)
def _names_in(sql: str) -> frozenset[str]:
    """What a query names; asked for of one query more than once, like its tree."""
    return _names_used(parsed(sql))


@lru_cache(maxsize=1024)
def shared_by(sql: str) -> tuple[Path, ...]:
    """The files of shared SQL that a query may need, in the order in which they are loaded.

    A word that only looks like one of their names costs no more than a file that is loaded and not used.
    """
    needed = _with_all_below(WORD.findall(sql.lower()))
    return tuple(file for file in engine.FILES if needed & made_by(file))


@cache
def made_by(file: Path) -> frozenset[str]:
    """Names of the tables, views and macros that a file of shared SQL makes."""
    return frozenset(_made_by(_whole(file)))


@cache
def views() -> dict[str, str]:
    """The views among what queries share, each with the SQL behind it."""
    return {
        statement.this.name: statement.expression.sql(DIALECT)
        for file in engine.FILES
        for statement in _whole(file)
        if statement.kind == "VIEW"
    }


@cache
def engine_needs(sql: Path = engine.SQL) -> tuple[str, ...]:
    """Names of the tables that a file of shared SQL is made from: the tariff engine, or another.

    Raises catalog.Mistakes where the file is missing or broken.
    """
    return _below(frozenset(_made_by(_statements(sql))))


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
    """The tables among these names and below those that shared SQL makes; other functions are DuckDB's own."""
    needed = _with_all_below(names)
    return tuple(name for name in catalog.tables() if name in needed)


def _with_all_below(names: Iterable[str]) -> set[str]:
    """These names, and all that shared SQL makes them from."""
    made, seen, left = made_by_engine(), set[str](), set(names)
    while left:
        name = left.pop()
        seen.add(name)
        left |= made.get(name, frozenset()) - seen
    return seen


@cache
def made_by_engine() -> dict[str, frozenset[str]]:
    """What shared SQL makes (tables, views, macros), each with the names its SQL uses."""
    return {name: used for sql in engine.FILES for name, used in _made_by(_whole(sql)).items()}


def _made_by(statements: list[exp.Create]) -> dict[str, frozenset[str]]:
    return {made.this.find(exp.Table).name: _names_used(made.expression) for made in statements}


def _whole(sql: Path) -> list[exp.Create]:
    """What a file makes; nothing where it is missing or broken, which whoever loads it is told."""
    try:
        return _statements(sql)
    except catalog.Mistakes:
        return []


def _statements(sql: Path) -> list[exp.Create]:
    """What a file makes. Raises catalog.Mistakes where it is missing or makes nothing."""
    try:
        parsed = sqlglot.parse(engine.text(sql), dialect=DIALECT)
    except SqlglotError as error:
        raise catalog.Mistakes([f"data/{sql.name}: the file is not SQL: {str(error).splitlines()[0]}"]) from error
    made = [statement for statement in parsed if isinstance(statement, exp.Create)]
    if not made:
        raise catalog.Mistakes([f"data/{sql.name}: the file makes nothing"])
    return made
