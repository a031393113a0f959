"""Made-up CIMT rows: as the official yearly archives, as one unsorted file, as files by flow and year."""

import zipfile
from pathlib import Path

import duckdb

from data import TABLES
from data.connection import connect
from data.sources import cimt_files, cimt_lines

TRADE = Path(__file__).with_name("cimt_rows.sql")
LARGEST = ["CN", "MX", "DE", "JP", "GB", "FR", "IT", "KR", "TW", "IN", "VN", "CH", "NL", "ES", "BR"]
PARTNERS = 229
SETTINGS = "format parquet, compression zstd"
SAMPLE_YEAR = 2025
CELLS = {
    "YearMonth/AnnéeMois": "strftime(month, '%Y%m')",
    "Country/Pays": "country",
    "Province": "province",
    "State/État": "state",
    "Value/Valeur": "value_cad",
    "Quantity/Quantité": "quantity",
    "Unit of Measure/Unité de Mesure": "unit",
}


def _opened(folder: Path) -> duckdb.DuckDBPyConnection:
    connection = connect(memory_limit="3GB", temp_directory=str(folder / "spilled"))
    connection.execute(TRADE.read_text(encoding="utf-8"))
    return connection


def _partners() -> list[str]:
    """Codes of all partners but the United States, the largest first."""
    with connect() as connection:
        found = connection.execute(
            "select distinct iso2 from read_parquet(?) where iso2 not in ('US', 'CA') and iso2 <> '' order by iso2",
            [str(TABLES / "countries.parquet")],
        ).fetchall()
    return [*LARGEST, *(code for (code,) in found if code not in LARGEST)][:PARTNERS]


def archive(rows: int, kind: str, folder: Path) -> tuple[Path, int]:
    """A yearly archive as Statistics Canada publishes it, doubled keys left out; its path and rows."""
    flow = cimt_lines.FLOWS["lines"][kind]
    cells = {"YearMonth/AnnéeMois": CELLS["YearMonth/AnnéeMois"], f"HS{flow.digits}": "hs_code"} | CELLS
    if not flow.by_province:
        del cells["Province"]
    columns = ", ".join(f'{cell} as "{heading}"' for heading, cell in cells.items())
    unpacked = folder / "sample.csv"
    with _opened(folder) as connection:
        connection.execute(
            f"copy (select {columns} from (select distinct on (month, hs_code, country, province, state) *"  # noqa: S608 - headings above
            " from trade($rows, $partners, $flow, $year))) to $path (header, delimiter ',')",
            {
                "rows": rows,
                "partners": _partners(),
                "flow": flow.name,
                "year": SAMPLE_YEAR,
                "path": str(unpacked),
            },
        )
    path = folder / f"CIMT-CICM_{kind}_{SAMPLE_YEAR}.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as opened:
        lines = _zip_lines(unpacked, opened, f"ODPFN{flow.member}_{SAMPLE_YEAR}12N.csv")
    unpacked.unlink()
    return path, lines - 1


def _zip_lines(unpacked: Path, opened: zipfile.ZipFile, name: str) -> int:
    """Write a member with byte order mark and CRLF; returns its lines."""
    lines = 0
    with unpacked.open("rb") as text, opened.open(name, "w") as member:
        member.write(b"\xef\xbb\xbf")
        while chunk := text.read(cimt_lines.CHUNK_BYTES):
            lines += chunk.count(b"\n")
            member.write(chunk.replace(b"\n", b"\r\n"))
    return lines


def unsorted(rows: int, folder: Path) -> Path:
    """All flows and years in one file, in no order."""
    path = folder / "unsorted.parquet"
    with _opened(folder) as connection:
        connection.execute(
            f"copy (select * from trade($rows, $partners, null, null)) to $path ({SETTINGS})",  # noqa: S608 - settings above
            {"rows": rows, "partners": _partners(), "path": str(path)},
        )
    return path


def layout(one_file: Path, into: Path) -> int:
    """The rows of one file as `ingest` would lay them out; returns the number of files."""
    columns = "month, hs_code, country, province, state, value_cad, quantity, unit"
    with _opened(into.parent) as connection:
        parts = connection.execute(
            "select distinct flow, year from read_parquet(?) order by all", [str(one_file)]
        ).fetchall()
        for flow, year in parts:
            path = into / f"flow={flow}" / f"year={year}" / "part.parquet"
            path.parent.mkdir(parents=True)
            connection.execute(
                f"copy (select {columns} from read_parquet($rows) where flow = $flow and year = $year"  # noqa: S608 - columns above
                " order by country, hs_code, month, province, state)"
                f" to $path ({SETTINGS}, row_group_size {cimt_files.ROWS_PER_GROUP})",
                {"rows": str(one_file), "flow": flow, "year": year, "path": str(path)},
            )
    return len(parts)
