"""The one way to open a DuckDB connection: nothing but answers goes to standard output."""

from pathlib import Path

import duckdb


def connect(path: Path | str = ":memory:", **config: str) -> duckdb.DuckDBPyConnection:
    """A connection that draws no progress bar.

    DuckDB draws one on standard output, into a redirected answer, wherever Python runs a module or a line (`-m`, `-c`).
    """
    connection = duckdb.connect(str(path), config=dict(config))
    connection.execute("set enable_progress_bar = false")
    return connection
