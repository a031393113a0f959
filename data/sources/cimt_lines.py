"""Statistics Canada's CIMT bulk archives, at full product detail, as Parquet by flow and year within bounded memory."""

import csv
import io
import re
import shutil
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import duckdb

from data import store
from data.sources.cimt_files import workplace, write

ARCHIVE = re.compile(r"CIMT-CICM_(Imp|Dom_Exp|Tot_Exp)_(\d{4})\.zip$")
CHUNK_BYTES = 1 << 20
READS = {
    "month": "YearMonth",
    "hs_code": "HS",
    "country": "Country",
    "province": "Province",
    "state": "State",
    "value_cad": "Value",
    "quantity": "Quantity",
    "unit": "Unit of Measure",
}

LINES = (
    "select strptime(month, '%Y%m')::date as month, hs_code, country, province, state, value_cad::bigint as value_cad,"
    " quantity::double as quantity, unit from published order by country, hs_code, month, province, state"
)


class BadArchive(Exception):
    """An archive is not what Statistics Canada publishes; says which and why in one sentence."""


class _Flow(NamedTuple):
    name: str
    member: str
    digits: int
    by_province: bool


FLOWS = {
    "lines": {
        "Imp": _Flow("imports", "014", 10, True),
        "Dom_Exp": _Flow("domestic_exports", "016", 8, True),
        "Tot_Exp": _Flow("total_exports", "017", 8, False),
    },
    "hs6": {
        "Imp": _Flow("imports", "015", 6, True),
        "Dom_Exp": _Flow("domestic_exports", "018", 6, True),
        "Tot_Exp": _Flow("total_exports", "019", 6, False),
    },
}


def ingest(archives: Iterable[Path], into: Path, memory_limit: str = "3GB", detail: str = "lines") -> list[Path]:
    """One Parquet file per archive, `into/flow=…/year=…/part.parquet`: value in whole C$, codes and units as published.

    One row per month, product, country, province (none in total exports) and state (United States only), sorted by
    country and product. An archive replaces the whole year it holds; one run at a time per folder.
    Raises BadArchive, with the archives before it in place and nothing of the bad one.
    """
    return [_ingest_year(Path(archive), into, memory_limit, FLOWS[detail]) for archive in archives]


def place(archive: Path, into: Path) -> Path:
    """Where the rows of an archive go."""
    flow, year = _flow_and_year(archive, FLOWS["lines"])
    return into / f"flow={flow.name}" / f"year={year}" / "part.parquet"


def _flow_and_year(archive: Path, flows: dict[str, _Flow]) -> tuple[_Flow, str]:
    named = ARCHIVE.search(archive.name)
    if not named:
        raise BadArchive(f"{archive.name} is not named CIMT-CICM_{{Imp|Dom_Exp|Tot_Exp}}_{{year}}.zip.")
    return flows[named[1]], named[2]


def _ingest_year(archive: Path, into: Path, memory_limit: str, flows: dict[str, _Flow]) -> Path:
    flow, year = _flow_and_year(archive, flows)
    target = place(archive, into)
    with workplace(into / ".unfinished", memory_limit) as (folder, connection):
        columns = ", ".join(f"{column} varchar" for column in READS)
        connection.execute(f"create table published ({columns})")
        for name, member in _members(archive, flow, folder):
            _load(connection, member, f"{archive.name}: {name}", flow)
        _check(connection, archive.name, flow, year)
        finished = folder / target.name
        write(connection, LINES, finished, {}, store.sha256(archive))
        target.parent.mkdir(parents=True, exist_ok=True)
        finished.replace(target)
    return target


def _members(archive: Path, flow: _Flow, folder: Path) -> Iterator[tuple[str, Path]]:
    """Name and unpacked copy of each most detailed member; a copy is gone when the next one is asked for."""
    wanted = re.compile(rf"(?:.*/)?(ODPFN{flow.member}_\d{{6}}[A-Z]\.csv)", re.IGNORECASE)
    unpacked = folder / "member.csv"
    try:
        with zipfile.ZipFile(archive) as opened:
            found = {entry: named[1] for entry in sorted(opened.namelist()) if (named := wanted.fullmatch(entry))}
            if not found:
                raise BadArchive(f"{archive.name} has no detailed member ODPFN{flow.member}_….csv.")
            for entry, name in found.items():
                with opened.open(entry) as stream, unpacked.open("wb") as copy:
                    shutil.copyfileobj(stream, copy, CHUNK_BYTES)
                yield name, unpacked
                unpacked.unlink()
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise BadArchive(f"{archive.name} is not a whole zip file: {error}.") from error


def _load(connection: duckdb.DuckDBPyConnection, member: Path, name: str, flow: _Flow) -> None:
    """Append a member to the table of published rows, every cell as text."""
    header = _header(member, name)
    place = {column: _place(column, header, name, flow) for column in READS}
    kept = ", ".join("null" if at is None else f"column_{at}" for at in place.values())
    try:
        connection.execute(
            f"insert into published select {kept} from read_csv($path, columns = $columns, header = true, delim = ',',"  # noqa: S608 - numbered columns only
            " quote = '\"', escape = '\"', auto_detect = false)",
            {"path": str(member), "columns": {f"column_{at}": "VARCHAR" for at in range(len(header))}},
        )
    except duckdb.InvalidInputException as error:
        cause = str(error).splitlines()[0].removeprefix("Invalid Input Error: ")
        raise BadArchive(f"{name} cannot be read: {cause}.") from error


def _header(member: Path, name: str) -> list[str]:
    """Column names in English: the header is bilingual, `Country/Pays`."""
    try:
        with member.open(encoding="utf-8-sig", newline="") as text:
            first = text.readline(CHUNK_BYTES)
    except UnicodeDecodeError as error:
        raise BadArchive(f"{name} is not UTF-8.") from error
    return [cell.partition("/")[0].strip() for cell in next(csv.reader(io.StringIO(first)), [])]


def _place(column: str, header: list[str], name: str, flow: _Flow) -> int | None:
    wanted = f"HS{flow.digits}" if column == "hs_code" else READS[column]
    if wanted in header:
        return header.index(wanted)
    if column == "province" and not flow.by_province:
        return None
    raise BadArchive(f"{name} has no column {wanted}.")


def _check(connection: duckdb.DuckDBPyConnection, name: str, flow: _Flow, year: str) -> None:
    """Raise BadArchive for the first promise that the published rows break."""
    rules = {
        "month": (f"{year}(0[1-9]|1[0-2])", f"a month outside {year}"),
        "hs_code": (f"[0-9]{{{flow.digits}}}", f"a code that has not {flow.digits} digits"),
        "country": ("[A-Z0-9]{2}", "a country code that has not two letters"),
        "value_cad": ("[0-9]{1,18}", "a value that is negative or no whole number"),
        "quantity": (r"([0-9]+(\.[0-9]*)?|\.[0-9]+)?", "a quantity that is negative or no number"),
    }
    broken = {column: f"not regexp_full_match(coalesce({column}, ''), '{rule}')" for column, (rule, _) in rules.items()}
    counts = [
        f"count(*) filter (where {test}), min(coalesce({c}, '')) filter (where {test})" for c, test in broken.items()
    ]
    found = connection.execute(f"select count(*), {', '.join(counts)} from published").fetchone() or (0,)  # noqa: S608 - rules above
    if not found[0]:
        raise BadArchive(f"{name} has no rows.")
    for (_, says), rows, example in zip(rules.values(), found[1::2], found[2::2], strict=True):
        if rows:
            raise BadArchive(f"{name} has {says} in {rows} of its rows, such as “{example}”.")
    _check_single(connection, name)


def _check_single(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    double = connection.execute(
        "select month, hs_code, country, province, state from published group by all having count(*) > 1"
        " order by all limit 1"
    ).fetchone()
    if double:
        labels = ("month", "product", "country", "province", "state")
        key = ", ".join(f"{label} {cell}" for label, cell in zip(labels, double, strict=True) if cell)
        raise BadArchive(f"{name} has the same row twice: {key}.")
