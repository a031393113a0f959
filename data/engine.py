"""The tariff engine: SQL over tables already loaded, for queries and for the build of the tariff history."""

from pathlib import Path

import duckdb

SQL = Path(__file__).with_name("tariff_engine.sql")
NEEDS = (
    "us_imports_by_product",
    "cusma_claims",
    "tariff_scopes",
    "tariff_rules",
    "tariff_measures",
    "mfn_rates",
    "metal_content",
    "hs_chapters",
)
MAKES = ("tariff_lines", "tariff_rules_on", "tariff_candidates", "tariff_parts", "tariff_regimes")


def load(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the tariff table, macros and view in a database that holds the tables in NEEDS. Raises duckdb.Error."""
    connection.execute(SQL.read_text(encoding="utf-8"))
