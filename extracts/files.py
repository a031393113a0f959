"""CSV, JSON, Parquet, Excel and a zip with data package: one writer per format, safe to open in a spreadsheet."""

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from data.frames import records
from extracts import package
from extracts.workbook import as_xlsx
from queries import Answer

# Excel takes a CSV for one of its own old encodings, unless it begins with this.
BOM = b"\xef\xbb\xbf"
# A longer CSV is sent part by part, so that nobody waits for its end and nothing holds it whole.
PART_ROWS = 20_000
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
# Sums of published figures carry noise of the binary kind beyond this.
DECIMALS = 6
LARGE = 1e15
FIXED_TIME = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Form:
    """A format of files: its media type and its writer."""

    media_type: str
    write: Callable[[Answer, str, str], bytes]


def write(answer: Answer, form: str, site: str = "", language: str = "") -> bytes:
    """An answer as a file: all columns of the query, in its order.

    `form` is a key of FORMATS. Of the rest only workbook and zip depend on `site`, which their links begin with, and
    `language`, that of the rows where none is given.
    """
    return FORMATS[form].write(answer, site, language or answer.params.get("lang", "en"))


def _neutral(cell: Any) -> Any:
    """A text that a spreadsheet would run as a formula gets an apostrophe in front; everything else stays."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell


def _plain(frame: pd.DataFrame) -> pd.DataFrame:
    """Days as ISO texts and numbers without binary noise, for the two formats that are text."""
    columns = {}
    for name in frame.columns:
        cells = frame[name]
        if pd.api.types.is_datetime64_any_dtype(cells):
            cells = cells.dt.strftime("%Y-%m-%d")
        elif pd.api.types.is_float_dtype(cells):
            # What is too large to have such decimals would overflow.
            is_large, rounded = cells.abs() >= LARGE, cells.round(DECIMALS)
            cells = cells.where(is_large, rounded) if is_large.any() else rounded
        columns[name] = cells
    return pd.DataFrame(columns, index=frame.index)


def _is_text(cells: pd.Series) -> bool:
    return not (pd.api.types.is_numeric_dtype(cells) or pd.api.types.is_bool_dtype(cells))


def _may_run(cells: pd.Series) -> bool:
    """Whether a spreadsheet might run a cell: texts are looked at as a whole, what may hold texts is taken for some."""
    if isinstance(cells.dtype, pd.StringDtype):
        return bool(cells.str.startswith(FORMULA_STARTS).any())
    return _is_text(cells)


def csv_parts(frame: pd.DataFrame, begin: bytes = b"") -> Iterator[bytes]:
    """The rows as UTF-8 CSV with catalog names as the one heading; text cells cannot run as formulas."""
    for first in range(0, max(len(frame), 1), PART_ROWS):
        plain = _plain(frame.iloc[first : first + PART_ROWS])
        for name in plain.columns:
            if _may_run(plain[name]):
                plain[name] = plain[name].map(_neutral)
        rows = plain.to_csv(index=False, header=first == 0, lineterminator="\r\n").encode("utf-8")
        yield rows if first else begin + rows


def as_csv(frame: pd.DataFrame) -> bytes:
    """The CSV of the rows as a whole."""
    return b"".join(csv_parts(frame))


def as_json(frame: pd.DataFrame) -> bytes:
    """The rows as a JSON array of objects; days as ISO texts, empty cells null."""
    rows = records(_plain(frame).astype(object).where(frame.notna(), None))
    return json.dumps(rows, ensure_ascii=False, indent=1).encode("utf-8")


def as_parquet(frame: pd.DataFrame) -> bytes:
    """The rows as Parquet with the types of the catalog: moments are days, cells without any value are texts."""
    import pyarrow as pa
    from pyarrow import parquet

    def typed(column: pa.Field) -> pa.Field:
        if pa.types.is_timestamp(column.type):
            return column.with_type(pa.date32())
        return column.with_type(pa.string()) if pa.types.is_null(column.type) else column

    table = pa.Table.from_pandas(frame, preserve_index=False)
    buffer = io.BytesIO()
    parquet.write_table(table.cast(pa.schema([typed(column) for column in table.schema])), buffer, compression="zstd")
    return buffer.getvalue()


def as_zip(answer: Answer, site: str, language: str) -> bytes:
    """The CSV with README and datapackage.json; the same answer gives the same bytes."""
    about = package.describe(answer, site, language)
    members = {
        "README.md": package.readme(answer, about, language).encode("utf-8"),
        f"{answer.name}.csv": as_csv(answer.frame),
        "datapackage.json": json.dumps(about, ensure_ascii=False, indent=2).encode("utf-8"),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, FIXED_TIME), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


FORMATS: dict[str, Form] = {
    "csv": Form("text/csv; charset=utf-8", lambda answer, _, __: as_csv(answer.frame)),
    "json": Form("application/json; charset=utf-8", lambda answer, _, __: as_json(answer.frame)),
    "parquet": Form("application/vnd.apache.parquet", lambda answer, _, __: as_parquet(answer.frame)),
    "xlsx": Form("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", as_xlsx),
    "zip": Form("application/zip", as_zip),
}
