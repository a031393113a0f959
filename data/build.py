"""From raw figures to checked Parquet tables: one recipe per table, all or nothing."""

import traceback
from pathlib import Path

import duckdb
import pandas as pd

from data import TABLES, catalog, checksums, country_names, promises, recipe, tariff_rule_checks
from data.connection import over

REFUSALS = (
    recipe.NoRecipe,
    recipe.NoRawFile,
    country_names.UnknownName,
    recipe.StaleCorrection,
    tariff_rule_checks.BrokenRules,
)


class BuildError(Exception):
    """One or more tables do not keep the catalog's promises; `failures` holds all of them by table."""

    def __init__(self, failures: dict[str, list[str]]) -> None:
        super().__init__("\n".join(f"{name}: {failure}" for name, found in failures.items() for failure in found))
        self.failures = failures


def build(names: list[str] | None = None, into: Path = TABLES, figures: Path | None = None) -> list[Path]:
    """Build the named tables (all by default) into Parquet files; `figures` is the folder of refreshed vintages.

    Every table is shaped and checked first; if any fails, all failures are reported and nothing is written. Nor is it
    where the disk is full: that raises OSError, and what was there stays. The list of checksums is written, too.
    """
    shaped: dict[str, pd.DataFrame] = {}
    failures: dict[str, list[str]] = {}
    with recipe.with_figures(figures):
        for name in catalog.tables() if names is None else names:
            try:
                shaped[name] = recipe.rows(name)
            except REFUSALS as error:
                failures[name] = [str(error)]
                continue
            except (KeyError, ValueError) as error:
                failures[name] = [_sentence(error)]
                continue
            if found := promises.failures(name, shaped[name]):
                failures[name] = found
    if failures:
        raise BuildError(failures)
    into.mkdir(parents=True, exist_ok=True)
    fresh = [into / f"{name}.parquet.new" for name in shaped]
    try:
        for path, (name, frame) in zip(fresh, shaped.items(), strict=True):
            _write(name, frame, path)
        checksums.write(into, fresh)
        return [path.replace(path.with_suffix("")) for path in fresh]
    finally:
        for path in fresh:
            path.unlink(missing_ok=True)


def _sentence(error: KeyError | ValueError) -> str:
    """Where in a recipe a name was not found or a cell could not be read."""
    lines = [line for line in traceback.extract_tb(error.__traceback__) if Path(line.filename).parent == TABLES]
    place = f"data/tables/{Path(lines[-1].filename).name}, line {lines[-1].lineno}" if lines else "its recipe"
    return f"{place}: there is no column or row {error}" if isinstance(error, KeyError) else f"{place}: {error}"


def _write(name: str, frame: pd.DataFrame, path: Path) -> None:
    """Write one table as Parquet: typed and sorted as the catalog says, so that a rebuild is byte-identical."""
    entry = catalog.table(name)
    target = path.as_posix().replace("'", "''")
    with over(frame=frame) as connection:
        ordered = f"select {catalog.typed(name)} from frame order by {', '.join(entry.grain)}"  # noqa: S608 - catalog names
        copied = f"copy ({ordered}) to '{target}' (format parquet, compression zstd, row_group_size 100000)"
        try:
            connection.execute(copied)
        except duckdb.IOException as error:
            raise OSError(str(error).splitlines()[0]) from error
