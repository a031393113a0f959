"""Every query through every form and back: what another program reads is what the query answered."""

import csv
import dataclasses
import io
import json
import zipfile

import openpyxl
import pandas as pd
import pytest
from frictionless import Package
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import extracts
import queries
from data import catalog
from data.connection import over
from data.frames import packed

# The first rows of an example have all kinds of cells that the query gives.
ROWS = 8
EXCEL_BEGINS = pd.Timestamp("1900-01-01")


@pytest.fixture(scope="module")
def answers():
    found = [queries.ask(name, **queries.describe(name).example) for name in queries.names()]
    return [dataclasses.replace(answer, rows=packed(answer.frame.head(ROWS))) for answer in found]


def plain(cell):
    """A cell as all forms can hold it: days as texts, one without a value as None, numbers by their value."""
    # A CSV has no way to tell an empty text from none.
    if pd.isna(cell) or cell == "":
        return None
    if isinstance(cell, pd.Timestamp):
        return f"{cell:%Y-%m-%d}"
    return cell if isinstance(cell, str) else pytest.approx(float(cell), rel=1e-9, abs=1e-6)


def table(frame):
    return [[plain(cell) for cell in row] for row in frame.astype(object).itertuples(index=False)]


def by_pandas(content):
    """Codes such as 02 are texts, as the catalog says of their column."""
    texts = {name: str for name, column in catalog.columns().items() if column.type in ("VARCHAR", "DATE")}
    return pd.read_csv(io.BytesIO(content), dtype=texts, keep_default_na=False, na_values=[""])


def by_duckdb(content, path):
    path.write_bytes(content)
    with over() as connection:
        return connection.execute("select * from read_parquet(?)", [str(path)]).df()


def by_openpyxl(content):
    heading, _, *rows = (
        openpyxl.load_workbook(io.BytesIO(content), read_only=True).worksheets[0].iter_rows(values_only=True)
    )
    return pd.DataFrame(rows, columns=heading)


READERS = {
    "csv": lambda content, _: by_pandas(content),
    "json": lambda content, _: pd.DataFrame(json.loads(content)),
    "parquet": by_duckdb,
    "xlsx": lambda content, _: by_openpyxl(content),
}


@pytest.mark.parametrize("form", READERS)
def test_every_query_comes_back(answers, form, tmp_path):
    wrong = []
    for answer in answers:
        back = READERS[form](extracts.write(answer, form), tmp_path / "rows")
        # JSON has no columns where it has no rows.
        if list(back.columns) != list(answer.frame.columns[: len(back.columns)]) or table(back) != table(answer.frame):
            wrong.append(answer.name)
    assert wrong == [], form


def test_every_query_is_a_package_that_frictionless_finds_valid(answers, tmp_path):
    wrong = {}
    for answer in answers:
        folder = tmp_path / answer.name
        with zipfile.ZipFile(io.BytesIO(extracts.write(answer, "zip"))) as archive:
            archive.extractall(folder)
        report = Package(str(folder / "datapackage.json")).validate()
        if not report.valid:
            wrong[answer.name] = report.flatten(["title", "message"])
    assert wrong == {}


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
    | st.sampled_from(["=1+1", '"', "a\r\nb", "NULL", "é\u0301"]),
    st.floats(allow_nan=False, allow_infinity=False),
)
def test_whatever_stands_in_a_cell_comes_back(text, number):
    rows = {"event": [text, "x"], "note": ["x", None], "rate_pct": [number, None]}
    answer = dataclasses.replace(queries.ask("events"), rows=packed(pd.DataFrame(rows)))
    (first, second) = json.loads(extracts.write(answer, "json"))
    assert first["event"] == text
    assert first["rate_pct"] == pytest.approx(number, rel=1e-12, abs=1e-6)
    assert second == {"event": "x", "note": None, "rate_pct": None}
    back = pd.read_parquet(io.BytesIO(extracts.write(answer, "parquet")))
    assert (back["event"][0], back["rate_pct"][0]) == (text, number)
    assert back["note"].isna()[1]
    _, first, second = csv.reader(io.StringIO(extracts.write(answer, "csv").decode(), newline=""))
    assert first[0].removeprefix("'") == text.removeprefix("'")
    assert float(first[2]) == pytest.approx(number, rel=1e-12, abs=1e-6)
    assert second == ["x", "", ""]
