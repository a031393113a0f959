"""The tariff engine: SQL over tables already loaded, for queries and for the build of the tariff history."""

from pathlib import Path

import duckdb

SQL = Path(__file__).with_name("tariff_engine.sql")


def load(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the tariff table, macros and view in a database that holds `lineage.engine_needs()`. Raises duckdb.Error."""
    connection.execute(SQL.read_text(encoding="utf-8"))
