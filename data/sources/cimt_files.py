"""Parquet files of product detail: made in a folder of their own, and tied to the archives that they are of."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
from pyarrow import ArrowInvalid, parquet

from data.connection import connect

READ_FROM = "read_from"
ROWS_PER_GROUP = 245_760


@contextmanager
def workplace(folder: Path, memory_limit: str) -> Iterator[tuple[Path, duckdb.DuckDBPyConnection]]:
    """An empty folder and a database that spills into it; what a killed run left there goes first."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    limits = {"memory_limit": memory_limit, "temp_directory": str(folder / "spilled")}
    try:
        with connect(folder / "staged.duckdb", **limits) as connection:
            yield folder, connection
    finally:
        shutil.rmtree(folder)


def write(connection: duckdb.DuckDBPyConnection, rows: str, path: Path, bound: dict[str, object], digest: str) -> None:
    """Rows of a query as a file that carries the digest of what they were read from."""
    connection.execute(
        f"copy ({rows}) to $path (format parquet, compression zstd, row_group_size {ROWS_PER_GROUP},"
        f" kv_metadata {{{READ_FROM}: '{digest}'}})",
        bound | {"path": str(path)},
    )


def read_from(rows: Path) -> str:
    """The digest of what these rows were read from, which the file carries; empty where no whole file is there."""
    try:
        carried = parquet.read_metadata(rows).metadata or {}
    except (FileNotFoundError, ArrowInvalid):
        return ""
    return carried.get(READ_FROM.encode(), b"").decode()


def one_value(rows: Path, question: str) -> Any:
    """The one value that a question about a Parquet file finds; None where it finds none or there is no file."""
    if not rows.is_file():
        return None
    with connect() as connection:
        found = connection.execute(question, {"path": str(rows)}).fetchone()
    return found[0] if found else None
