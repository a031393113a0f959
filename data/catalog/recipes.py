"""What a table's recipe lacks; a table whose columns all stand in one raw file needs none."""

import ast
import csv
from typing import Any

from data.catalog import reading
from data.catalog.files import Catalog
from data.catalog.reading import Mistakes
from data.catalog.table_model import Table


def functions(python: str) -> set[str]:
    """The functions that a module defines."""
    return {part.name for part in ast.parse(python).body if isinstance(part, ast.FunctionDef)}


def recipe_mistakes(catalog: Catalog, sources: dict[str, Any], name: str, table: Table) -> list[str]:
    """What is wrong with the recipe of a table, or missing from the raw file that stands in for it."""
    shown = f"data/tables/{name}.py"
    if not (catalog.root / shown).is_file():
        return _mistakes_of_raw_file(catalog, sources, shown, table)
    try:
        found = functions(reading.text(catalog.root / shown, shown))
    except Mistakes as error:
        return error.sentences
    except SyntaxError as error:
        return [f"{shown}: the recipe is not Python: {error}"]
    return [] if "rows" in found else [f"{shown}: the recipe has no function rows()"]


def _mistakes_of_raw_file(catalog: Catalog, sources: dict[str, Any], shown: str, table: Table) -> list[str]:
    """Why the raw file of the table's source cannot be the table as it is."""
    if len(table.sources) != 1:
        return [f"{shown}: the file is missing; only a table with one source may do without a recipe"]
    file = f"data/raw/{sources.get(table.sources[0], {}).get('file', '')}"
    if not file.endswith(".csv"):
        return [f"{shown}: the file is missing; only a raw file that ends in .csv may do without a recipe"]
    header = next(csv.reader(reading.text(catalog.root / file, file).lstrip("\ufeff").splitlines()), [])
    missing = sorted(table.columns.keys() - set(header))
    listed = ", ".join(missing)
    return [f"{shown}: the file is missing, and {file} has no column {listed}"] if missing else []
