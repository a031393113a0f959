"""Statistics Canada, CIMT bulk files: Canada's goods trade by HS chapter and country, month by month since 1988."""

import re
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

import duckdb
import pandas as pd

from data import clock, country_names, store
from data.connection import connect
from data.refresh import archives
from data.refresh.answers import Answer
from data.refresh.problems import NotThere, SourceProblem
from data.refresh.settings import SourceSettings
from data.refresh.web import Web
from data.sources import cimt_files, cimt_lines, cimt_sums
from data.tables.goods_by_product_annual import PRODUCTS

FLOWS = {"Imp": "imports", "Dom_Exp": "domestic_exports", "Tot_Exp": "total_exports"}
MEMBER = re.compile(r"ODPFN0(?:20|21|22)_(\d{6})[NC]\.csv$")
ARCHIVE = re.compile(r"CIMT-CICM_(Imp|Dom_Exp|Tot_Exp)_(\d{4})\.zip")
# The English half of each bilingual heading; total exports have no province.
HEADINGS = {"YearMonth": "month", "HS2": "chapter", "Country": "country", "Value": "value"}
OPTIONAL = {"Province": "province", "State": "state"}
# The code of Czechoslovakia was given again, to Serbia and Montenegro.
SERBIA, SERBIA_FROM = "CS from 2004", "200401"
FOLDER = "/n1/pub/71-607-x/2021004/zip"
AGGREGATE = """
    with cells as (
        select
            coalesce(month, '') as month, lpad(coalesce(chapter, ''), 2, '0') as chapter,
            coalesce(country, '') as country, cast(coalesce(value, '') as hugeint) as value
        from read_csv($files, header = false, skip = 1, delim = ',', quote = '"', names = $names, all_varchar = true)
    )
    select month, country, '' as item, sum(value) as value from cells group by all
    union all
    select month, country, chapter as item, sum(value) as value from cells
    where list_contains($in_detail, country) group by all
    order by all
"""
DOUBLED = """
    select columns(* exclude value), count(*) as times
    from read_csv($files, header = false, skip = 1, delim = ',', quote = '"', names = $names, all_varchar = true)
    group by all having times > 1 order by all limit 1
"""


class Settings(SourceSettings):
    """Which years, countries and detail are asked for; see `data/catalog/refresh.toml`."""

    first_year: int
    running_year_from_month: int
    detail: Literal["chapters", "hs6", "lines"]
    in_detail: list[str]


def ask(web: Web, settings: Settings) -> tuple[list[Answer], pd.DataFrame]:
    """One figure per flow, country and month, and per HS chapter for some countries; C$, customs, unadjusted.

    Only years whose archive changed are read again.
    """
    years = range(settings.first_year, clock.now().year + 1)
    closed = [f"{FOLDER}/CIMT-CICM_{flow}_{year}.zip" for year in years[:-1] for flow in FLOWS]
    is_whole = archives.whole(settings)
    answers = web.all(closed, is_whole)
    try:
        answers += web.all([f"{FOLDER}/CIMT-CICM_{flow}_{years[-1]}.zip" for flow in FLOWS], is_whole)
    except NotThere:
        # In January and February the running year has no archive yet.
        if clock.now().month > settings.running_year_from_month:
            raise
    parts = [_year(answer, settings.in_detail) for answer in answers if answer.is_new]
    return answers, pd.concat(parts, ignore_index=True) if parts else pd.DataFrame()


def after_keeping(settings: Settings, files: Sequence[dict[str, Any]], figures: Path | None) -> Path | None:
    """With `detail` hs6 or lines, keep the product detail of every archive as Parquet by flow and year, and add it up.

    The sums, where they differ from those in the folder `figures`. An archive that was read before is not read again.
    Detail that is there is kept current even where only chapters are asked for: it would age beside newer totals.
    """
    known = figures / PRODUCTS if figures else None
    kept = cimt_sums.detail(known) if known else ""
    detail = kept if settings.detail == "chapters" else settings.detail
    if not detail:
        return None
    countries = settings.in_detail[:1]
    folder = store.folder() / "lines" / detail
    sums = folder / PRODUCTS
    try:
        parts = [_read(store.folder() / about["file"], about["sha256"], folder, detail) for about in files]
    except cimt_lines.BadArchive as error:
        raise SourceProblem(str(error)) from error
    if cimt_files.read_from(sums) != cimt_sums.digest(parts, countries):
        cimt_sums.roll_up(parts, folder, countries)
    is_known = known is not None and known.is_file() and store.sha256(known) == store.sha256(sums)
    return None if is_known else sums


def _read(archive: Path, digest: str, folder: Path, detail: str) -> Path:
    """The rows of an archive, read now unless they are those of these very bytes."""
    rows = cimt_lines.place(archive, folder)
    if cimt_files.read_from(rows) != digest:
        cimt_lines.ingest([archive], folder, detail=detail)
    return rows


def _year(answer: Answer, in_detail: list[str]) -> pd.DataFrame:
    found = ARCHIVE.search(answer.url)
    if found is None:
        raise SourceProblem(f"{answer.url} is no archive of CIMT.")
    with tempfile.TemporaryDirectory(dir=answer.path.parent) as folder:
        label = f"CIMT {found[1]} {found[2]}"
        files, names = _unpacked(answer.path, Path(folder), label)
        cells = _added_up(files, names, in_detail, label)
    _own_months(sorted(set(cells["month"])), found[2], label)
    is_serbia = (cells["country"] == "CS") & (cells["month"] >= SERBIA_FROM)
    cells["country"] = country_names.country_or_name(cells["country"].mask(is_serbia, SERBIA), "statcan_cimt")
    cells = cells.groupby(["month", "country", "item"], as_index=False)["value"].sum()
    period = pd.to_datetime(cells.pop("month") + "01", format="%Y%m%d").dt.date
    return cells.assign(series=FLOWS[found[1]], period=period, status="", published_on=answer.published_on().date())


def _unpacked(path: Path, folder: Path, label: str) -> tuple[list[str], list[str]]:
    """The members at HS2, one for the year or one a month, written out, and the names of their columns."""
    files, headings = [], set()
    with zipfile.ZipFile(path) as archive:
        members = sorted(name for name in archive.namelist() if MEMBER.search(name))
    for place, name in enumerate(members):
        content = archives.member(path, name)
        headings.add(content.split(b"\n", 1)[0].decode("utf-8-sig", errors="replace").strip())
        target = folder / f"{place}.csv"
        target.write_bytes(content)
        files.append(target.as_posix())
    if not files:
        raise SourceProblem(f"{label} has no member at HS2.")
    if len(headings) != 1:
        raise SourceProblem(f"{label}: its members have different columns.")
    return files, _names(headings.pop(), label)


def _names(heading: str, label: str) -> list[str]:
    english = [part.strip().strip('"').split("/")[0].strip() for part in heading.split(",")]
    missing = [name for name in HEADINGS if name not in english]
    if missing:
        raise SourceProblem(f"{label} lacks the column {', '.join(missing)}; it has {', '.join(english)}.")
    known = {**HEADINGS, **OPTIONAL}
    return [known.get(name, f"other_{place}") for place, name in enumerate(english)]


def _added_up(files: Sequence[str], names: list[str], in_detail: list[str], label: str) -> pd.DataFrame:
    with connect() as connection:
        try:
            doubled = connection.execute(DOUBLED, {"files": files, "names": names}).fetchall()
            params = {"files": files, "names": names, "in_detail": in_detail}
            cells = connection.execute(AGGREGATE, params).df()
        except duckdb.Error as error:
            raise SourceProblem(f"{label} cannot be read: {str(error).splitlines()[0]}.") from error
    if doubled:
        raise SourceProblem(f"{label} has a row twice: {', '.join(map(str, doubled[0][:-1]))}.")
    return cells.astype({"value": "float64"})


def _own_months(months: list[str], year: str, label: str) -> None:
    """Raise unless these are the months of the year from January on, none left out."""
    if not months or months != [f"{year}{month:02}" for month in range(1, len(months) + 1)]:
        raise SourceProblem(f"{label} has the months {', '.join(months)}; some are missing or not its own.")
