"""Statistics Canada, Web Data Service: full tables as zipped CSV, and single vectors, which are current first."""

import io
import json
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from data.refresh import archives, checks
from data.refresh.answers import Answer, Check, read_json
from data.refresh.problems import SourceProblem, TryAgain
from data.refresh.settings import SourceSettings
from data.refresh.web import Web

FIXED = ("REF_DATE", "GEO", "UOM", "SCALAR_FACTOR", "VECTOR", "VALUE", "STATUS")
SCALARS = {"units": 1.0, "thousands": 1e3, "millions": 1e6, "billions": 1e9}
SCALAR_CODES = {0: 1.0, 3: 1e3, 6: 1e6, 9: 1e9}
# The agency's marks on a value, and on an empty cell.
STATUSES = {"": "", "E": "estimate", "r": "revised", "p": "preliminary", "A": "", "B": "", "C": "", "D": ""}
EMPTY = {"..": "not_available", "...": "not_applicable", "x": "suppressed", "F": "suppressed", "": "not_available"}
UNKNOWN = EMPTY[""]
SUCCESS, BEING_PUBLISHED = 0, 6
MOST_VECTORS = 300


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
    told = web.get_json(f"/t1/wds/rest/getFullTableDownloadCSV/{pid}/en")
    if not isinstance(told, dict) or told.get("status") != "SUCCESS":
        raise SourceProblem(f"Statistics Canada does not hand out table {pid}: {str(told)[:100]}.")
    answer = web.get(told["object"], archives.whole(settings))
    content = archives.member(answer.path, f"{pid}.csv")
    cells = _cells(content, pid, dimensions)
    return [answer], _figures(cells[keep(cells)], pid, settings.unit_of_measure).assign(
        published_on=answer.published_on().date()
    )


def _cells(content: bytes, pid: str, dimensions: Sequence[str]) -> pd.DataFrame:
    """The file as text cells. Columns are found by name: they differ in number and order between tables."""
    try:
        cells = pd.read_csv(io.BytesIO(content), dtype=str, keep_default_na=False, encoding="utf-8-sig")
    except (ValueError, UnicodeDecodeError) as error:
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
        period=[period(text, pid) for text in cells["REF_DATE"]],
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


def latest(web: Web, vectors: Sequence[str], periods: int) -> tuple[list[Answer], pd.DataFrame]:
    """The latest periods of vectors, current hours before the full table is, and the answers that say so.

    Shape: vector, period, value in units of the currency, status, published_on. Where the agency is just publishing,
    or answers for some vectors only, raises TryAgain: older figures would take the place of those left out.
    """
    answers = []
    for first in range(0, len(vectors), MOST_VECTORS):
        asked = [{"vectorId": int(v.lstrip("v")), "latestN": periods} for v in vectors[first : first + MOST_VECTORS]]
        answers.append(web.post("/t1/wds/rest/getDataFromVectorsAndLatestNPeriods", asked, _is_whole(len(asked))))
    rows = [point for answer in answers for item in read_json(answer) for point in _points(item)]
    return answers, pd.DataFrame(rows, columns=["vector", "period", "value", "status", "published_on"])


def _is_whole(asked: int) -> Check:
    """A check on an answer for so many vectors."""

    def check(path: Path) -> None:
        text = path.read_text(encoding="utf-8")
        if f'"responseStatusCode":{BEING_PUBLISHED}' in text.replace(" ", ""):
            raise TryAgain("Statistics Canada is just publishing these figures; try later.")
        answered = sum(_is_good(item) for item in json.loads(text))
        if answered < asked:
            raise TryAgain(f"Statistics Canada answers for {answered} of {asked} vectors only; try later.")

    return check


def _is_good(item: dict[str, Any]) -> bool:
    told = item.get("object")
    return item.get("status") == "SUCCESS" and isinstance(told, dict) and told.get("responseStatusCode") == SUCCESS


def _points(item: dict[str, Any]) -> list[dict[str, Any]]:
    told = item["object"]
    return [
        {
            "vector": f"v{told['vectorId']}",
            "period": date.fromisoformat(point["refPer"]),
            "value": point["value"] * SCALAR_CODES[point["scalarFactorCode"]],
            "status": "",
            "published_on": date.fromisoformat(point["releaseTime"][:10]),
        }
        for point in told["vectorDataPoint"]
        if point["value"] is not None
    ]
