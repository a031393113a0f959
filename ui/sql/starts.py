"""The named queries that a browser can run: plain SQL over tables, with the parameters of their examples as values."""

import re

import queries
from data import catalog
from data.lineage import made_by_engine
from extracts.views import filled


def starts(language: str) -> list[dict[str, str]]:
    """Name, question in a language, and SQL of each query that needs nothing but the tables that come with the site."""
    asked, made = (queries.describe(name) for name in queries.names()), made_by_engine().keys()
    return [
        {
            "name": query.name,
            "question": queries.question(query, language),
            "sql": filled(query, {**query.params, **query.example}),
        }
        for query in asked
        if not query.computed_by and not query.needs and made.isdisjoint(re.findall(r"\w+", query.sql))
    ]


def tables() -> dict[str, list[tuple[str, str]]]:
    """Each table's columns in their order, with the type of DuckDB in which its CSV is read."""
    every = catalog.columns()
    return {name: [(column, every[column].type) for column in catalog.table(name).columns] for name in catalog.tables()}
