"""From raw figures to checked Parquet tables: one module per table, all or nothing."""

import importlib
import importlib.util
import traceback
from pathlib import Path

import pandas as pd

from data import TABLES, catalog, promises, recipe, tariff_rule_checks
from data.connection import connect


class NoRecipe(Exception):
    """A table has no recipe, or one without rows()."""


REFUSALS = (NoRecipe, recipe.NoRawFile, recipe.UnknownName, recipe.StaleCorrection, tariff_rule_checks.BrokenRules)


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
                shaped[name] = _rows(name)
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
    return [write(name, frame, into) for name, frame in shaped.items()]


def _rows(name: str) -> pd.DataFrame:
    module = f"data.tables.{name}"
    if importlib.util.find_spec(module) is None:
        raise NoRecipe(f"data/tables/{name}.py, the recipe of the table, is missing")
    recipe_of_table = importlib.import_module(module)
    if not hasattr(recipe_of_table, "rows"):
        raise NoRecipe(f"data/tables/{name}.py, the recipe of the table, has no function rows()")
    rows: pd.DataFrame = recipe_of_table.rows()
    return rows


def _sentence(error: KeyError | ValueError) -> str:
    """Where in a recipe a name was not found or a cell could not be read."""
    lines = [line for line in traceback.extract_tb(error.__traceback__) if Path(line.filename).parent == TABLES]
    place = f"data/tables/{Path(lines[-1].filename).name}, line {lines[-1].lineno}" if lines else "its recipe"
    return f"{place}: there is no column or row {error}" if isinstance(error, KeyError) else f"{place}: {error}"


def write(name: str, frame: pd.DataFrame, into: Path) -> Path:
    """Write one table as Parquet: typed and sorted as the catalog says, so that a rebuild is byte-identical."""
    entry = catalog.table(name)
    path = into / f"{name}.parquet"
    fresh = path.with_suffix(".parquet.new")
    target = fresh.as_posix().replace("'", "''")
    with connect() as connection:
        connection.execute("set threads = 1")
        connection.register("frame", frame)
        ordered = f"select {catalog.typed(name)} from frame order by {', '.join(entry.grain)}"  # noqa: S608 - catalog names
        connection.execute(f"copy ({ordered}) to '{target}' (format parquet, compression zstd, row_group_size 100000)")
    fresh.replace(path)
    return path
