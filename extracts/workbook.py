"""An answer as a workbook for Excel: typed cells under a frozen heading with units, and a sheet of notes."""

import io
from datetime import datetime
from typing import Any

import pandas as pd

import queries
from data import catalog
from extracts import package
from queries import Answer, asked

MOST_ROWS, MOST_LETTERS, MOST_WIDE = 1_048_576, 32_767, 420
HEAD_ROWS = 2
# Excel counts days from 1900 on.
FIRST_YEAR = 1900
FIXED_TIME = datetime(1980, 1, 1)
# Only texts that we call texts: nothing in a cell becomes a formula, a link or a number.
AS_IT_IS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
NUMBERS = {"PCT": "0.00", "CAD_M": "#,##0.0", "USD_M": "#,##0.0", "MXN_M": "#,##0.0"}
DAY = "yyyy-mm-dd"


def as_xlsx(answer: Answer, site: str, language: str) -> bytes:
    """The rows under their names and units, and the notes; the same answer gives the same bytes.

    Raises TooLarge for more than a sheet holds.
    """
    import xlsxwriter

    if len(answer.frame) > MOST_ROWS - HEAD_ROWS:
        raise queries.TooLarge(answer.name, f"{MOST_ROWS - HEAD_ROWS} rows")
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, AS_IT_IS)
    book.set_properties({"title": queries.question(answer.query, language), "created": FIXED_TIME})
    _rows(book, answer, language)
    _notes(book, answer, package.metadata(answer, site, language), language)
    book.close()
    return buffer.getvalue()


def _rows(book: Any, answer: Answer, language: str) -> None:
    sheet = book.add_worksheet(answer.name[:31])
    bold, quiet = book.add_format({"bold": True}), book.add_format({"italic": True, "font_color": "#5B6670"})
    for place, name in enumerate(answer.frame.columns):
        sheet.write_string(0, place, name, bold)
        sheet.write_string(1, place, catalog.unit(name, language), quiet)
        unit, kind = catalog.columns()[name].unit or "", catalog.columns()[name].type
        form = book.add_format({"num_format": DAY if kind == "DATE" else NUMBERS.get(unit, "General")})
        for row, cell in enumerate(answer.frame[name], HEAD_ROWS):
            _write(sheet, row, place, cell, form)
    sheet.freeze_panes(HEAD_ROWS, 0)
    sheet.autofit(MOST_WIDE)


def _write(sheet: Any, row: int, place: int, cell: Any, form: Any) -> None:
    """A cell as what it is; one without a value stays empty."""
    if pd.isna(cell):
        return
    if isinstance(cell, str):
        sheet.write_string(row, place, cell[:MOST_LETTERS])
    elif isinstance(cell, datetime):
        if cell.year < FIRST_YEAR:
            sheet.write_string(row, place, f"{cell:%Y-%m-%d}")
        else:
            sheet.write_datetime(row, place, cell, form)
    elif pd.api.types.is_bool(cell):
        sheet.write_boolean(row, place, bool(cell))
    else:
        sheet.write_number(row, place, cell, form)


def _notes(book: Any, answer: Answer, about: dict[str, Any], language: str) -> None:
    """Question, address, choices, columns, sources and caveats, each in a row."""
    words = {code: texts[language] for code, texts in catalog.codes("data_addresses").items()}
    (rows,) = about["resources"]
    lines = [
        [words["question"], about["title"]],
        ["", about["about"]],
        [words["address"], rows["path"]],
        [words["edition"], about["edition"]],
        *([words["chosen"], name, value] for name, value in asked.in_words(answer.params, language)),
        *(
            [words["column"], f["name"], f["title"], f.get("unit", ""), f["description"]]
            for f in rows["schema"]["fields"]
        ),
        *([words["source"], s["title"], s["vintage"], s.get("path", "")] for s in about["sources"]),
        *([words["licence"], licence["title"]] for licence in about["licenses"]),
        *([words["caveat"], caveat] for caveat in about["caveats"]),
    ]
    sheet, bold = book.add_worksheet(words["notes"]), book.add_format({"bold": True})
    for row, cells in enumerate(lines):
        for place, cell in enumerate(cells):
            sheet.write_string(row, place, cell, None if place else bold)
    sheet.set_column(0, 0, 14)
    sheet.set_column(1, 4, 36)
