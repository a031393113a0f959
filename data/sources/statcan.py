"""Statistics Canada, Web Data Service: full tables as zipped CSV."""

import io
from collections.abc import Callable, Sequence
from datetime import date
from typing import Literal

import pandas as pd
from pydantic import BaseModel, TypeAdapter

from data.refresh import archives, checks, forms
from data.refresh.answers import Answer
from data.refresh.problems import NotThere, SourceProblem
from data.refresh.settings import SourceSettings
from data.refresh.web import Web

FIXED = ("REF_DATE", "GEO", "UOM", "SCALAR_FACTOR", "VECTOR", "VALUE", "STATUS")
SCALARS = {"units": 1.0, "thousands": 1e3, "millions": 1e6, "billions": 1e9}
# The agency's marks on a value, and on an empty cell.
STATUSES = {"": "", "E": "estimate", "r": "revised", "p": "preliminary", "A": "", "B": "", "C": "", "D": "", "0s": ""}
EMPTY = {
    "..": "not_available",
    "...": "not_applicable",
    "<LOD": "not_available",  # codespell:ignore
    "x": "suppressed",
    "F": "suppressed",
    "": "not_available",
}
UNKNOWN = EMPTY[""]


class HandedOut(BaseModel):
    """Where the zip of a table lies."""

    status: Literal["SUCCESS"]
    object: str


HANDED_OUT = TypeAdapter(HandedOut)


class Settings(SourceSettings):
    """Which table is asked for, and in which unit its values are."""

    table: str
    unit_of_measure: str


def table(
    web: Web, settings: Settings, dimensions: Sequence[str], keep: Callable[[pd.DataFrame], pd.Series]
) -> tuple[list[Answer], pd.DataFrame]:
    """A full table: the answers, and one row per cell that `keep` selects.

    Shape: the dimensions' columns, period, value in units of the currency (scalar factors applied), status, vector,
    published_on. Raises SourceProblem where the answer is not the table as it is known.
    """
    pid = settings.table
    answer = web.get(_address(web, settings), archives.whole(settings))
    content = archives.member(answer.path, f"{pid}.csv")
    cells = _cells(content, pid, dimensions)
    return [answer], _figures(cells[keep(cells)], pid, settings.unit_of_measure).assign(
        published_on=answer.published_on().date()
    )


def _address(web: Web, settings: Settings) -> str:
    """Where the zip of a table lies: as the agency says, else where all of them do."""
    pid = settings.table
    handed_out = forms.of_json(settings, HANDED_OUT, f"the address of table {pid}")
    try:
        told = web.get_json(f"/t1/wds/rest/getFullTableDownloadCSV/{pid}/en", handed_out)
    except NotThere:
        return f"/n1/tbl/csv/{pid}-eng.zip"
    return str(told["object"])


def _cells(content: bytes, pid: str, dimensions: Sequence[str]) -> pd.DataFrame:
    """The file as text cells. Columns are found by name: they differ in number and order between tables."""
    try:
        cells = pd.read_csv(io.BytesIO(content), dtype=str, keep_default_na=False, encoding="utf-8-sig")
    except ValueError as error:
        raise SourceProblem(f"Table {pid} is not the CSV it was: {str(error).splitlines()[0]}.") from error
    columns = dict.fromkeys([*FIXED, *dimensions], checks.TEXT)
    checks.table(cells, f"Table {pid}", columns, ["REF_DATE", "GEO", *dimensions])
    return cells


def _figures(cells: pd.DataFrame, pid: str, unit: str) -> pd.DataFrame:
    if cells.empty:
        raise SourceProblem(f"Table {pid} has none of the rows it is asked for.")
    cells = cells.assign(SCALAR_FACTOR=cells["SCALAR_FACTOR"].str.strip().str.lower())
    known = {
        "UOM": checks.one_of([unit], "a unit that is not known"),
        "SCALAR_FACTOR": checks.one_of(SCALARS, "a scalar factor that is not known"),
        "STATUS": checks.one_of([*STATUSES, *EMPTY], "a status that is not known"),
    }
    checks.table(cells, f"Table {pid}", known)
    is_empty = cells["VALUE"] == ""
    try:
        value = pd.to_numeric(cells["VALUE"].where(~is_empty, None))
    except ValueError as error:
        raise SourceProblem(f"Table {pid} has a value that is no number: {error}.") from error
    return cells.assign(
        period=cells["REF_DATE"].map({text: period(text, pid) for text in cells["REF_DATE"].unique()}),
        value=value * cells["SCALAR_FACTOR"].map(SCALARS),
        status=cells["STATUS"].map(STATUSES).fillna("").where(~is_empty, cells["STATUS"].map(EMPTY).fillna(UNKNOWN)),
        vector=cells["VECTOR"],
    )


def period(text: str, pid: str) -> date:
    """YYYY, YYYY-MM or YYYY/YYYY as the first day of the period."""
    try:
        year, _, month = text.partition("-")
        return date(int(year[:4]), int(month or 1), 1)
    except ValueError as error:
        raise SourceProblem(f"Table {pid} has a period that cannot be read: {text}.") from error


def one_a_country(frame: pd.DataFrame) -> pd.DataFrame:
    """Two labels of one country (Burma, Myanmar) as one figure; raises SourceProblem where both have a value."""
    keys = ["series", "item", "country", "period"]
    valued = frame[frame["value"].notna()]
    if len(both := valued[valued.duplicated(keys)]):
        first = ", ".join(map(str, both[["country", "series", "period"]].iloc[0]))
        raise SourceProblem(f"Two labels of one country have a value each: {first}.")
    return frame.sort_values([*keys, "value"], na_position="last").drop_duplicates(keys)
