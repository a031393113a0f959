"""CSV, JSON, Parquet and a zip with data package, safe to open in a spreadsheet."""

import io
import json
import zipfile
from collections.abc import Callable
from typing import Any

import pandas as pd

from data import catalog
from extracts.citation import Citation

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
FIELD_TYPES = {"INTEGER": "integer", "DOUBLE": "number", "VARCHAR": "string", "BOOLEAN": "boolean", "DATE": "date"}
# Sums of published figures carry noise of the binary kind beyond this.
DECIMALS = 6
FIXED_TIME = (1980, 1, 1, 0, 0, 0)


def _neutral(cell: Any) -> Any:
    """A text that a spreadsheet would run as a formula gets an apostrophe in front; everything else stays."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell


def _written(frame: pd.DataFrame) -> pd.DataFrame:
    columns = {}
    for name in frame.columns:
        cells = frame[name]
        if pd.api.types.is_datetime64_any_dtype(cells):
            columns[name] = cells.dt.strftime("%Y-%m-%d")
        elif pd.api.types.is_float_dtype(cells):
            columns[name] = cells.round(DECIMALS)
        elif pd.api.types.is_numeric_dtype(cells) or pd.api.types.is_bool_dtype(cells):
            columns[name] = cells
        else:
            columns[name] = cells.map(_neutral)
    return pd.DataFrame(columns, index=frame.index)


def as_csv(frame: pd.DataFrame) -> bytes:
    """The rows as UTF-8 CSV with catalog names as the one heading; text cells cannot run as formulas."""
    return _written(frame).to_csv(index=False, lineterminator="\r\n").encode("utf-8")


def as_json(frame: pd.DataFrame) -> bytes:
    """The rows as a JSON array of objects; dates ISO, empty cells null."""
    return frame.to_json(orient="records", date_format="iso", date_unit="s", force_ascii=False).encode("utf-8")


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


def _field(column: str, language: str) -> dict[str, str]:
    known = catalog.columns()[column]
    about = {
        "name": column,
        "type": FIELD_TYPES[known.type],
        "title": known.label[language],
        "description": known.means[language],
    }
    return {**about, "unit": catalog.unit(column, language)} if known.unit else about


def data_package(frame: pd.DataFrame, citation: Citation) -> dict[str, Any]:
    """The Frictionless description of the CSV in the zip."""
    return {
        "profile": "data-package",
        "name": citation.name.replace("_", "-"),
        "title": citation.title,
        "homepage": citation.link,
        "licenses": [{"name": "other-open", "title": licence} for licence in citation.licences()],
        "sources": [
            {"title": f"{s.publisher}: {s.title}", "path": s.url or citation.link, "vintage": s.vintage}
            for s in citation.entries()
        ],
        "filters": citation.filters,
        "caveats": citation.caveats(),
        "resources": [
            {
                "name": citation.name.replace("_", "-"),
                "path": f"{citation.name}.csv",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "schema": {"fields": [_field(column, citation.language) for column in frame.columns]},
            }
        ],
    }


def _readme(frame: pd.DataFrame, citation: Citation) -> str:
    lines = [f"# {citation.title}", "", f"Rows: {len(frame)}", f"Link: {citation.link}"]
    lines += [f"Filter: {key} = {value}" for key, value in citation.filters.items()]
    lines += ["", "## Columns"]
    lines += [
        f"- {f['name']} [{f.get('unit', '-')}]: {f['description']}"
        for f in data_package(frame, citation)["resources"][0]["schema"]["fields"]
    ]
    lines += ["", "## Sources"]
    lines += [f"- {s.publisher}: {s.title}. {s.released}. {s.licence}. {s.url}" for s in citation.entries()]
    lines += ["", "## Caveats", *[f"- {caveat}" for caveat in citation.caveats()], ""]
    return "\n".join(lines)


def as_zip(frame: pd.DataFrame, citation: Citation) -> bytes:
    """The CSV with README and datapackage.json; the same rows give the same bytes."""
    members = {
        "README.md": _readme(frame, citation).encode("utf-8"),
        f"{citation.name}.csv": as_csv(frame),
        "datapackage.json": json.dumps(data_package(frame, citation), ensure_ascii=False, indent=2).encode("utf-8"),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, FIXED_TIME), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


FORMATS: dict[str, tuple[str, Callable[[pd.DataFrame, Citation], bytes]]] = {
    "csv": ("text/csv; charset=utf-8", lambda frame, _: as_csv(frame)),
    "json": ("application/json; charset=utf-8", lambda frame, _: as_json(frame)),
    "parquet": ("application/vnd.apache.parquet", lambda frame, _: as_parquet(frame)),
    "zip": ("application/zip", as_zip),
}
