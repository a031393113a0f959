"""A query of ours in the dialect of Spark: the same text, its parameters still bound."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

import sqlglot
from sqlglot import exp

from data import lineage

DIALECT = "spark"
# Some parameters are called like words of SQL (`from`, `to`).
PREFIX = "given_"


def bound(sql: str, params: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """The text, and the values of those parameters that it names."""
    lists = frozenset(name for name, value in params.items() if isinstance(value, list))
    text, names = _written(sql, lists)
    return text, {f"{PREFIX}{name}": params[name] for name in names}


def views(sql: str) -> dict[str, str]:
    """The views that queries share and this one reads, each with the text that makes it."""
    named = {name: made for name, made in lineage.views().items() if re.search(rf"\b{name}\b", sql)}
    return {name: _written(made, frozenset())[0] for name, made in named.items()}


@cache
def _written(sql: str, lists: frozenset[str]) -> tuple[str, frozenset[str]]:
    """The text, and the parameters it names; what sqlglot writes as not every Spark SQL takes it is put right."""
    tree = sqlglot.parse_one(sql, dialect=lineage.DIALECT)
    for split in list(tree.find_all(exp.Split)):
        # Spark splits at a pattern; sqlglot would quote it as only Java understands.
        _call(split, "split", split.this, exp.Literal.string(f"[{split.expression.name}]"))
    for overlap in list(tree.find_all(exp.ArrayOverlaps)):
        _call(overlap, "arrays_overlap", overlap.this, overlap.expression)
    names = set()
    for parameter in list(tree.find_all(exp.Parameter, exp.Placeholder)):
        names.add(parameter.name)
        named: exp.Expr = exp.Placeholder(this=f"{PREFIX}{parameter.name}")
        # An empty list has no type of its own.
        parameter.replace(exp.cast(named, "array<varchar>") if parameter.name in lists else named)
    return tree.sql(DIALECT, comments=False), frozenset(names)


def _call(node: exp.Expr, name: str, *arguments: exp.Expr) -> None:
    node.replace(exp.Anonymous(this=name, expressions=list(arguments)))
