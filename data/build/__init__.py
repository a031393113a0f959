"""From raw figures to checked Parquet tables: one module per table, all or nothing."""

import importlib
from pathlib import Path

import duckdb
import pandas as pd

from data import TABLES, catalog
from data.build import check, raw, rule_checks


class BuildError(Exception):
    """One or more tables do not keep the catalog's promises; says all of them."""


def build(names: list[str] | None = None, into: Path = TABLES) -> list[Path]:
    """Build the named tables (all by default) into Parquet files.

    Every table is shaped and checked first; if any fails, all failures are reported and nothing is written.
    """
    shaped: dict[str, pd.DataFrame] = {}
    failures: list[str] = []
    for name in names or catalog.tables():
        try:
            frame = importlib.import_module(f"data.build.{name}").rows()
        except (raw.UnknownName, raw.StaleCorrection, rule_checks.BrokenRules) as error:
            failures.append(f"{name}: {error}")
            continue
        found = check.failures(name, frame)
        failures += [f"{name}: {failure}" for failure in found]
        shaped[name] = frame
    if failures:
        raise BuildError("\n".join(failures))
    into.mkdir(parents=True, exist_ok=True)
    return [write(name, frame, into) for name, frame in shaped.items()]


def write(name: str, frame: pd.DataFrame, into: Path) -> Path:
    """Write one table as Parquet: typed and sorted as the catalog says, so that a rebuild is byte-identical."""
    entry = catalog.table(name)
    path = into / f"{name}.parquet"
    fresh = path.with_suffix(".parquet.new")
    target = fresh.as_posix().replace("'", "''")
    with duckdb.connect() as connection:
        connection.execute("set threads = 1")
        connection.register("frame", frame)
        ordered = f"select {catalog.typed(name)} from frame order by {', '.join(entry['grain'])}"  # noqa: S608 - catalog names
        connection.execute(f"copy ({ordered}) to '{target}' (format parquet, compression zstd, row_group_size 100000)")
    fresh.replace(path)
    return path
