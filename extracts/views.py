"""The named queries as views for DuckDB, over the Parquet files beside them, with their parameters as defaults."""

import re
from typing import Any

import queries
from data import catalog, engine

PARAMETER = re.compile(r"\$(\w+)")
MADE = re.compile(r"create (?:or replace )?(?:table|macro|view) (\w+)")
HEAD = """-- Every table as a view, what queries share, every query as a view ask_NAME with its parameters as values.
-- Run it in the folder where it lies: duckdb canada-mexico.duckdb < views.sql
"""


def written() -> str:
    """All of it. What only the site itself can answer is left out: its search, and verdicts worked out in Python."""
    tables = [f"create or replace view {name} as from 'tables/{name}.parquet';" for name in catalog.tables()]
    shared = [engine.text(path).rstrip() for path in engine.FILES if path != engine.SITE_SEARCH]
    asked = [_view(query) for query in map(queries.describe, queries.names()) if _is_portable(query)]
    return "\n\n".join([HEAD.rstrip(), "\n".join(tables), *shared, *asked, ""])


def _is_portable(query: queries.Query) -> bool:
    of_search = MADE.findall(engine.text(engine.SITE_SEARCH))
    return not query.computed_by and not any(re.search(rf"\b{name}\b", query.sql) for name in of_search)


def _view(query: queries.Query) -> str:
    header = [f"-- {query.question}"]
    if query.params:
        header.append(
            f"-- parameters: {', '.join(f'{name} = {_literal(value)}' for name, value in query.params.items())}"
        )
    return "\n".join([*header, f"create or replace view ask_{query.name} as", f"{filled(query, query.params)};"])


def filled(query: queries.Query, values: dict[str, Any]) -> str:
    """The SQL of a query without its header, with values in the place of parameters."""
    rows = "\n".join(line for line in query.sql.splitlines() if not line.startswith("--")).strip().rstrip(";")
    return PARAMETER.sub(lambda found: _literal(values[found[1]]), rows)


def _literal(value: Any) -> str:
    """A parameter as DuckDB writes it; an empty list is one of texts."""
    if isinstance(value, list):
        return f"cast([{', '.join(map(_literal, value))}] as varchar[])"
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else repr(value)
