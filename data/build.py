"""From raw figures to checked Parquet tables: one module per table, all or nothing."""

import importlib
from pathlib import Path

import pandas as pd

from data import TABLES, catalog, promises, recipe, tariff_rule_checks
from data.connection import connect


class BuildError(Exception):
    """One or more tables do not keep the catalog's promises; `failures` holds all of them by table."""

    def __init__(self, failures: dict[str, list[str]]) -> None:
        super().__init__("\n".join(f"{name}: {failure}" for name, found in failures.items() for failure in found))
        self.failures = failures


def build(names: list[str] | None = None, into: Path = TABLES, figures: Path | None = None) -> list[Path]:
    """Build the named tables (all by default) into Parquet files; `figures` is the folder of refreshed vintages.

    Every table is shaped and checked first; if any fails, all failures are reported and nothing is written.
    """
    shaped: dict[str, pd.DataFrame] = {}
    failures: dict[str, list[str]] = {}
    with recipe.with_figures(figures):
        for name in catalog.tables() if names is None else names:
            try:
                shaped[name] = importlib.import_module(f"data.tables.{name}").rows()
            except (recipe.UnknownName, recipe.StaleCorrection, tariff_rule_checks.BrokenRules) as error:
                failures[name] = [str(error)]
                continue
            if found := promises.failures(name, shaped[name]):
                failures[name] = found
    if failures:
        raise BuildError(failures)
    into.mkdir(parents=True, exist_ok=True)
    return [write(name, frame, into) for name, frame in shaped.items()]


def write(name: str, frame: pd.DataFrame, into: Path) -> Path:
    """Write one table as Parquet: typed and sorted as the catalog says, so that a rebuild is byte-identical."""
    entry = catalog.table(name)
    path = into / f"{name}.parquet"
    fresh = path.with_suffix(".parquet.new")
    target = fresh.as_posix().replace("'", "''")
    with connect() as connection:
        connection.execute("set threads = 1")
        connection.register("frame", frame)
        ordered = f"select {catalog.typed(name)} from frame order by {', '.join(entry['grain'])}"  # noqa: S608 - catalog names
        connection.execute(f"copy ({ordered}) to '{target}' (format parquet, compression zstd, row_group_size 100000)")
    fresh.replace(path)
    return path
