"""SQL that queries share, over loaded tables: the tariff engine, searches for events and of the site, yearly prices."""

from pathlib import Path

import duckdb

from data import site_texts
from data.catalog import reading

SQL = Path(__file__).with_name("tariff_engine.sql")
# By itself, because the history that it reads is built with the engine.
CHARGED = Path(__file__).with_name("tariff_charged.sql")
EVENT_SEARCH = Path(__file__).with_name("event_search.sql")
SITE_SEARCH = Path(__file__).with_name("site_search.sql")
PRICES = Path(__file__).with_name("prices.sql")
# Each stands alone, but for the search of the site, which looks past endings as the search for events does, and for
# what is charged, which asks the engine: where a table of one is damaged, the others are loaded.
FILES = [SQL, CHARGED, EVENT_SEARCH, SITE_SEARCH, PRICES]


def text(sql: Path) -> str:
    """The SQL of a file. Raises catalog.Mistakes, which names it, where it is missing or cannot be read."""
    return reading.text(sql, f"data/{sql.name}")


def load(connection: duckdb.DuckDBPyConnection, sql: Path = SQL) -> None:
    """Make what a file makes in a database that holds `lineage.engine_needs()` of it.

    Raises duckdb.Error or catalog.Mistakes.
    """
    if sql == SITE_SEARCH:
        site_texts.load(connection)
    connection.execute(text(sql))
