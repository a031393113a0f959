"""A workbook holds what the rows hold, each cell as what it is, and nothing in it runs."""

import dataclasses
import io

import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.testclient import TestClient

import extracts
import queries
from data import catalog
from data.frames import packed
from extracts import workbook
from extracts.routes import ROUTES

CLIENT = TestClient(Starlette(routes=ROUTES))
PLAIN = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn"), exclude_characters="\ufffe\uffff")


def opened(content):
    return openpyxl.load_workbook(io.BytesIO(content))


@pytest.mark.parametrize(
    "name", ["events", "trade_balance", "tariff_rate", "agenda_dates", "exchange_rates", "countries"]
)
def test_a_workbook_holds_the_rows(name):
    query = queries.describe(name)
    answer = queries.ask(name, **query.example)
    book = opened(extracts.write(answer, "xlsx", "https://example.org", "fr"))
    heading, units, *rows = book.worksheets[0].iter_rows(values_only=True)
    assert list(heading) == query.returns
    assert [unit or "" for unit in units] == [catalog.unit(column, "fr") for column in query.returns]
    assert book.worksheets[0].freeze_panes == "A3"
    wanted = answer.frame.astype(object).where(answer.frame.notna(), None)
    assert len(rows) == len(wanted)
    for row, cells in zip(rows, wanted.itertuples(index=False), strict=True):
        for found, cell in zip(row, cells, strict=True):
            assert found == (pytest.approx(cell) if isinstance(cell, float) else cell)


def test_the_notes_say_where_it_comes_from():
    answer = queries.ask("trade_balance", **{"from": 2023, "to": 2025})
    book = opened(extracts.write(answer, "xlsx", "https://example.org", "es"))
    assert book.sheetnames == ["trade_balance", "Notas"]
    notes = {cell for row in book["Notas"].iter_rows(values_only=True) for cell in row if cell}
    assert {
        "https://example.org/extracts/trade_balance.csv?from=2023&to=2025&lang=es",
        "Licencia abierta de Statistics Canada",
    } <= notes
    assert {
        "Licencia",
        "imports_cad_m",
        catalog.label("imports_cad_m", "es"),
        catalog.unit("imports_cad_m", "es"),
    } <= notes


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=PLAIN, min_size=1, max_size=20), st.floats(-1e300, 1e300))
def test_any_text_stays_a_text_and_any_number_a_number(text, number):
    rows = {"event": [f"={text}", text], "rate_pct": [number, None]}
    answer = dataclasses.replace(queries.ask("events"), rows=packed(pd.DataFrame(rows)))
    sheet = opened(extracts.write(answer, "xlsx")).worksheets[0]
    assert [(cell.data_type, cell.value) for cell in sheet["A"][2:]] == [("s", f"={text}"), ("s", text)]
    assert sheet["B3"].value == pytest.approx(number)
    assert sheet["B4"].value is None


def test_days_before_excel_counts_are_texts():
    rows = {"date": pd.to_datetime(["1867-07-01", "1994-01-01"])}
    answer = dataclasses.replace(queries.ask("events"), rows=packed(pd.DataFrame(rows)))
    sheet = opened(extracts.write(answer, "xlsx")).worksheets[0]
    assert sheet["A3"].value == "1867-07-01"
    assert sheet["A4"].value == pd.Timestamp("1994-01-01")
    assert sheet["A4"].number_format == "yyyy-mm-dd"


def test_more_rows_than_a_sheet_holds_are_refused(monkeypatch):
    monkeypatch.setattr(workbook, "MOST_ROWS", 10)
    refused = CLIENT.get("/extracts/trade_balance.xlsx")
    assert refused.status_code == 503
    assert "larger than 8 rows" in refused.text


def test_a_csv_for_excel_says_its_encoding():
    plain = CLIENT.get("/extracts/events.csv?lang=fr").content
    marked = CLIENT.get("/extracts/events.csv?lang=fr&excel=1").content
    assert marked == b"\xef\xbb\xbf" + plain
    assert CLIENT.get("/extracts/events.csv?lang=fr&excel=0").content == plain
    assert "not one of: 0, 1" in CLIENT.get("/extracts/events.csv?excel=yes").text
    assert CLIENT.get("/extracts/events.json?excel=1").status_code == 400
