"""Which tables and sources the rows of an answer are from: a query rewritten so that each row carries its origins."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache

import sqlglot
from sqlglot import exp

from data import catalog, lineage

COLUMN = "source"
# The column of origins in each row, as text.
TRACE = "_origins"
BETWEEN = ";"
WHOLE_TABLE = "table:"
# The table that lends words to rows; an answer without rows has none of it.
WORDS = "texts"
NOTHING = "cast([] as varchar[])"


@dataclass(frozen=True)
class Traced:
    """A query whose rows also carry their origins, and the tables it follows wholly."""

    sql: str
    tables: frozenset[str]


@cache
def traced(sql: str) -> Traced:
    """The query for the rows of `sql`, each with its origins (sources, or `table:` and a name) in `TRACE`.

    Empty where no table that it follows mixes sources: then the sources are those of the tables.

    Rows are followed through joins, unions, groups and named parts. What only a condition or a scalar subquery looks
    at is not followed, nor what macros read; such tables are not among `tables`. Words that a macro reads only choose
    rows: the words shown are followed where the query itself joins them.
    """
    tree = lineage.parsed(sql).copy()
    followed: set[str] = set()
    is_traced = _trace(tree, frozenset(), frozenset(catalog.tables()), followed)
    if not is_traced or not any(COLUMN in catalog.table(name).columns for name in followed):
        return Traced("", frozenset())
    _as_text(tree)
    return Traced(
        tree.sql(lineage.DIALECT, copy=False), frozenset(followed) - ({*lineage.read_through_engine(sql)} - {WORDS})
    )


def _as_text(query: exp.Expr) -> None:
    """Write the origins of each row as one text, in place: a list would be an object in every row."""
    if isinstance(query, exp.SetOperation):
        _as_text(query.left)
        _as_text(query.right)
    elif isinstance(query, exp.Subquery):
        _as_text(query.this)
    else:
        origins = query.expressions[-1]
        origins.set(
            "this", exp.func("array_to_string", origins.this, exp.Literal.string(BETWEEN), dialect=lineage.DIALECT)
        )


def named(column: Iterable[str]) -> set[str]:
    """The origins that the rows of an answer name."""
    return {origin for origins in column if isinstance(origins, str) for origin in origins.split(BETWEEN) if origin}


def _trace(query: exp.Expr, parts: frozenset[str], tables: frozenset[str], followed: set[str]) -> bool:
    """Add the origins of each row to a query, in place; False where it reads nothing that has any.

    `parts` are the named parts that carry origins already, `tables` the names that mean a table here.
    """
    if not isinstance(query, exp.Query):
        return False
    for part in query.ctes:
        is_traced = _trace(part.this, parts, tables, followed)
        parts = parts | {part.alias} if is_traced else parts - {part.alias}
        tables -= {part.alias}
    if isinstance(query, exp.Subquery):
        return _trace(query.this, parts, tables, followed)
    if isinstance(query, exp.SetOperation):
        sides = {side: _trace(side, parts, tables, followed) for side in (query.left, query.right)}
        if any(sides.values()):
            for side in (side for side, is_traced in sides.items() if not is_traced):
                _add_to_each(side, NOTHING)
        return any(sides.values())
    origins = _origins(query, parts, tables, followed)
    if origins:
        _add(query, _together(origins, _is_grouped(query)))
    return bool(origins)


def _origins(select: exp.Expr, parts: frozenset[str], tables: frozenset[str], followed: set[str]) -> list[str]:
    """For each relation that a select reads: the expression that names its origins as a list."""
    start = select.args.get("from_")
    relations = [*([start.this] if start else []), *(join.this for join in select.args.get("joins") or [])]
    found = []
    for relation in relations:
        alias = relation.alias_or_name
        if isinstance(relation, exp.Subquery):
            if _trace(relation.this, parts, tables, followed):
                found.append(f"{alias}.{TRACE}")
        elif isinstance(relation.this, exp.Func):
            continue
        elif relation.name in parts:
            found.append(f"{alias}.{TRACE}")
        elif relation.name in tables:
            followed.add(relation.name)
            found.append(_origins_of_table(relation.name, alias))
    return found


def _origins_of_table(name: str, alias: str) -> str:
    """What a row of a table is from: the sources it names, or the table as a whole where a row of it was joined."""
    entry = catalog.table(name)
    if COLUMN in entry.columns:
        return f"string_split({alias}.{COLUMN}, ';')"
    return f"case when {alias}.{entry.grain[0]} is not null then ['{WHOLE_TABLE}{name}'] end"


def _is_grouped(select: exp.Expr) -> bool:
    if select.args.get("group") or select.args.get("distinct"):
        return True
    aggregates = (call for expression in select.expressions for call in expression.find_all(exp.AggFunc))
    return any(not call.find_ancestor(exp.Window, exp.Subquery) for call in aggregates)


def _together(origins: Collection[str], is_grouped: bool) -> str:
    of_row = f"flatten([{', '.join(f'coalesce({origin}, {NOTHING})' for origin in origins)}])"
    return f"list_distinct(flatten(list({of_row})))" if is_grouped else of_row


def _add(select: exp.Expr, expression: str) -> None:
    if select.args.get("distinct"):
        select.set("distinct", None)
        select.set("group", exp.Group(expressions=[shown.unalias().copy() for shown in select.expressions]))
    select.append("expressions", exp.alias_(sqlglot.parse_one(expression, dialect=lineage.DIALECT), TRACE, copy=False))


def _add_to_each(query: exp.Expr, expression: str) -> None:
    if isinstance(query, exp.SetOperation):
        for side in (query.left, query.right):
            _add_to_each(side, expression)
    else:
        _add(query, expression)
