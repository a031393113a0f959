"""Reading raw files: every cell as text first, so that no code (NA is Namibia) is lost."""

import importlib
import importlib.util
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

import pandas as pd

from data import RAW, catalog, vintages
from data.catalog.source_model import Correction
from data.catalog.values import unknown

_figures: ContextVar[Path | None] = ContextVar("figures", default=None)
# What a build has shaped already: tables that another is made from are shaped once.
_shaped: ContextVar[dict[str, pd.DataFrame] | None] = ContextVar("shaped", default=None)


class NoRecipe(Exception):
    """A table has a recipe without rows()."""


class NoRawFile(Exception):
    """A source is not in the catalog, or its file is not there."""


def _path(source: str) -> Path:
    sources = catalog.sources()
    if source not in sources:
        raise NoRawFile(f"data/catalog/sources.toml: {unknown(source, sources)}")
    path = RAW / sources[source].file
    if not path.is_file():
        raise NoRawFile(f"data/raw/{sources[source].file}, which the source {source} names, is missing")
    return path


def read(source: str) -> pd.DataFrame:
    """The raw file of a source in the catalog, all cells as text; empty cells are empty strings.

    Raises NoRawFile.
    """
    return pd.read_csv(_path(source), dtype=str, keep_default_na=False, encoding="utf-8-sig")


def number(cells: pd.Series) -> pd.Series:
    """Text cells as numbers; an empty cell stays missing."""
    return pd.to_numeric(cells.where(cells != "", None))


def day(cells: pd.Series) -> pd.Series:
    """Text cells as dates; an empty cell stays missing."""
    return pd.to_datetime(cells.where(cells != "", None)).dt.date


def first_of_month(year: pd.Series, month: pd.Series) -> pd.Series:
    """Year and month cells as the first day of the month."""
    return pd.to_datetime(year + "-" + month.str.zfill(2) + "-01").dt.date


def flag(cells: pd.Series) -> pd.Series:
    """Text cells True/False as booleans."""
    return cells.str.lower() == "true"


READERS = {"INTEGER": number, "DOUBLE": number, "DATE": day, "BOOLEAN": flag}


def as_published(table: str) -> pd.DataFrame:
    """The columns of a table from the raw file of its only source, read by their types. Raises NoRawFile."""
    entry = catalog.table(table)
    cells = read(entry.sources[0])[list(entry.columns)]
    readers = {column: READERS.get(catalog.columns()[column].type) for column in cells}
    return cells.assign(**{column: reader(cells[column]) for column, reader in readers.items() if reader})


def rows(table: str) -> pd.DataFrame:
    """The rows of a table: what its recipe gives, or its raw file where it has none. Raises NoRecipe or NoRawFile."""
    known = _shaped.get()
    if known is None:
        return _rows(table)
    if table not in known:
        known[table] = _rows(table)
    return known[table]


def _rows(table: str) -> pd.DataFrame:
    module = f"data.tables.{table}"
    if importlib.util.find_spec(module) is None:
        return as_published(table)
    recipe = importlib.import_module(module)
    if not hasattr(recipe, "rows"):
        raise NoRecipe(f"data/tables/{table}.py, the recipe of the table, has no function rows()")
    shaped: pd.DataFrame = recipe.rows()
    return shaped


def added_up(frame: pd.DataFrame, keys: list[str], value: str) -> pd.DataFrame:
    """Labels that share a country code become one row: values added, suppressed only where no value is left."""
    others = {column: "first" for column in frame.columns if column not in [*keys, value]}
    groups = frame.groupby(keys, as_index=False)
    summed = groups.agg(others).assign(**{value: groups[value].sum(min_count=1)[value]})
    return summed.assign(suppressed=summed[value].isna())[list(frame.columns)]


def read_parquet(source: str) -> pd.DataFrame:
    """The raw Parquet file of a source in the catalog, as it is. Raises NoRawFile."""
    return pd.read_parquet(_path(source))


class StaleCorrection(Exception):
    """A correction no longer meets the raw file it was written for."""


def _rows_added(entry: Correction) -> list[dict[str, str]]:
    """The rows of a correction; where it names partners, each row once for each of them."""
    return [
        {column: cell.format(partner=partner) for column, cell in row.items()}
        for partner in entry.partners
        for row in entry.rows
    ]


def corrected(source: str) -> pd.DataFrame:
    """The raw file of a source with the catalog's corrections applied: cells changed, rows added.

    Raises StaleCorrection where a row is gone or no longer says what the correction expects.
    """
    cells = read(source)
    for name, entry in catalog.corrections().items():
        if entry.source != source:
            continue
        added = pd.DataFrame(_rows_added(entry), columns=cells.columns).fillna("")
        cells = pd.concat([cells, added], ignore_index=True)
        for key in entry.keys:
            place = cells.index[cells[entry.key] == key]
            if len(place) != 1 or cells.loc[place[0], entry.column] != entry.was:
                raise StaleCorrection(f"correction {name}: {entry.key} {key} is not “{entry.was}” any more")
            cells.loc[place[0], entry.column] = entry.now
    return cells


@contextmanager
def with_figures(folder: Path | None) -> Iterator[None]:
    """Let `refreshed` read the vintages in this folder, and each table be shaped once."""
    tokens = _figures.set(folder), _shaped.set({})
    try:
        yield
    finally:
        _figures.reset(tokens[0])
        _shaped.reset(tokens[1])


def every_vintage(source: str) -> pd.DataFrame:
    """All versions of a refreshed source's figures, as `data.vintages` shapes them; none where it was not refreshed."""
    folder = _figures.get()
    return vintages.read(folder / f"{source}.parquet") if folder else vintages.empty()


def newest(source: str) -> pd.DataFrame:
    """The newest version of a refreshed source's figures, `withdrawn` or not; none where it was not refreshed."""
    latest = vintages.latest(every_vintage(source))
    return latest.assign(withdrawn=latest["status"] == vintages.WITHDRAWN)


def refreshed(source: str) -> pd.DataFrame:
    """The newest version of a refreshed source's figures that stand; none where it was not refreshed."""
    figures = newest(source)
    return figures[~figures["withdrawn"]].drop(columns="withdrawn").reset_index(drop=True)


def updated(shipped: pd.DataFrame, newer: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """Newer rows in place of the shipped ones that have the same keys; the others stay.

    What was `withdrawn` since is in no row: the older figure does not come back.
    """
    if newer.empty:
        return shipped
    same = pd.MultiIndex.from_frame(shipped[keys]).isin(pd.MultiIndex.from_frame(newer[keys]))
    return pd.concat([shipped[~same], newer[~newer["withdrawn"]]], ignore_index=True)[list(shipped.columns)]


def vintage(source: str) -> str:
    """The vintage of a raw file, as the catalog states it."""
    return catalog.sources()[source].vintage


def day_published(figures: pd.DataFrame) -> pd.Series:
    """The vintage of refreshed figures: the day each was published, as text."""
    return pd.to_datetime(figures["published_on"]).dt.strftime("%Y-%m-%d")


def products(file: str) -> pd.DataFrame:
    """Rows of month, flow, country, product and province in C$, from a file beside the vintages; none without it."""
    folder = _figures.get()
    if folder and (folder / file).is_file():
        return pd.read_parquet(folder / file)
    return pd.DataFrame(columns=["month", "flow", "country", "hs_code", "province", "value_cad"])
