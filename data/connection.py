"""The one way to open a DuckDB connection: nothing but answers goes to standard output."""

from functools import cache
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa


def connect(path: Path | str = ":memory:", **config: str) -> duckdb.DuckDBPyConnection:
    """A connection that draws no progress bar.

    DuckDB draws one on standard output, into a redirected answer, wherever Python runs a module or a line (`-m`, `-c`).
    """
    connection = duckdb.connect(str(path), config=dict(config))
    connection.execute("set enable_progress_bar = false")
    return connection


def give_memory_back() -> None:
    """What DuckDB has freed, in all databases of this process, goes back to the system when one of them is closed.

    By itself it keeps that for what it does next: after the tables are made some 40 MB.
    """
    connect().close()


def over(**frames: pd.DataFrame | pa.Table) -> duckdb.DuckDBPyConnection:
    """A connection that sees these frames as views of their names: one of many to one empty database.

    Opening a database takes longer than most questions to a frame; what is registered here no other connection sees.
    One thread each, so that what is written or added up is the same every time.
    """
    cursor = _empty().cursor()
    cursor.execute("set enable_progress_bar = false")
    for name, frame in frames.items():
        cursor.register(name, frame)
    return cursor


@cache
def _empty() -> duckdb.DuckDBPyConnection:
    return connect(threads="1")
