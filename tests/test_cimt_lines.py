"""Bulk archives become lines: nothing lost, every defect named, no half file, the same bytes every time."""

import subprocess
import sys
import time
import zipfile
from pathlib import Path

import duckdb
import pytest

from data.sources import cimt_sums
from data.sources.cimt_files import read_from
from data.sources.cimt_lines import BadArchive, ingest
from data.sources.cimt_sums import roll_up

ROOT = Path(__file__).resolve().parents[1]
HEADER = "YearMonth/AnnéeMois,{hs},Country/Pays,Province,State/État,Value/Valeur,Quantity/Quantité,Unit of Measure/Unité de Mesure"
IMPORTS = [
    "202402,0101210010,NA,ON,,500,2,NMB",
    "202401,8703230000,MX,ON,,9000000000,300,NMB",
    "202401,8703230000,MX,QC,,70,0,N/A",
    "202402,8703230000,US,ON,MI,4000,1.5,NMB",
    "202402,8703230000,US,ON,OH,6000,,NMB",
    "202401,0101210010,MX,AB,,0,1,NMB",
]
TOTAL_EXPORTS = ["202401,01012100,NA,,500,2,NMB", "202401,10019900,MX,,800,2,KGM", "202403,10019900,US,TX,9,2,KGM"]


def archive(folder, rows=IMPORTS, name="CIMT-CICM_Imp_2024.zip", member="ODPFN014_202412N.csv", header=None, bom=True):
    header = header or HEADER.format(hs="HS10")
    text = "\r\n".join([header, *rows, ""])
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr("ODPF_1_HS10Desc.TXT", "0101210010 Chevaux".encode("cp1252"))
        opened.writestr("ODPFN022_202412N.csv", "YearMonth/AnnéeMois,HS2\r\n")
        opened.writestr(member, text.encode("utf-8-sig" if bom else "utf-8"))
    return path


def total_exports(folder):
    return archive(
        folder,
        TOTAL_EXPORTS,
        "CIMT-CICM_Tot_Exp_2024.zip",
        "CIMT-CICM_Tot_Exp_2024/ODPFN017_202412C.csv",
        HEADER.format(hs="HS8").replace("Province,", ""),
        bom=False,
    )


def rows(path, columns="*"):
    return duckdb.sql(f"select {columns} from read_parquet('{path}')").fetchall()


def left_over(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def test_lines_are_typed_sorted_and_complete(tmp_path):
    (path,) = ingest([archive(tmp_path)], tmp_path / "lines")
    assert path == tmp_path / "lines" / "flow=imports" / "year=2024" / "part.parquet"
    described = duckdb.sql(f"describe select * from read_parquet('{path}', hive_partitioning = false)").fetchall()
    assert {name: kind for name, kind, *_ in described} == {
        "month": "DATE",
        "hs_code": "VARCHAR",
        "country": "VARCHAR",
        "province": "VARCHAR",
        "state": "VARCHAR",
        "value_cad": "BIGINT",
        "quantity": "DOUBLE",
        "unit": "VARCHAR",
    }
    found = rows(path, "country, hs_code, month::varchar, province, state, value_cad, quantity, unit")
    assert found == [
        ("MX", "0101210010", "2024-01-01", "AB", None, 0, 1.0, "NMB"),
        ("MX", "8703230000", "2024-01-01", "ON", None, 9_000_000_000, 300.0, "NMB"),
        ("MX", "8703230000", "2024-01-01", "QC", None, 70, 0.0, "N/A"),
        ("NA", "0101210010", "2024-02-01", "ON", None, 500, 2.0, "NMB"),
        ("US", "8703230000", "2024-02-01", "ON", "MI", 4000, 1.5, "NMB"),
        ("US", "8703230000", "2024-02-01", "ON", "OH", 6000, None, "NMB"),
    ]


def test_total_exports_have_no_province(tmp_path):
    (path,) = ingest([total_exports(tmp_path)], tmp_path / "lines")
    assert rows(path, "country, hs_code, province, state") == [
        ("MX", "10019900", None, None),
        ("NA", "01012100", None, None),
        ("US", "10019900", None, "TX"),
    ]


def test_domestic_exports_are_at_hs8(tmp_path):
    lines = ["198801,01012100,US,NF,NY,7,1,NMB"]
    named = "CIMT-CICM_Dom_Exp_1988.zip"
    (path,) = ingest([archive(tmp_path, lines, named, "ODPFN016_198812C.csv", HEADER.format(hs="HS8"))], tmp_path)
    assert path.parent == tmp_path / "flow=domestic_exports" / "year=1988"
    assert rows(path, "province, value_cad") == [("NF", 7)]


def test_repeating_gives_the_same_bytes_and_any_order_the_same_rows(tmp_path):
    many = [f"2024{1 + n % 12:02},{n:010},{'NA' if n % 3 else 'US'},ON,,{n * 7},{n / 3},NMB" for n in range(30_000)]
    there = archive(tmp_path, many)
    (first,) = ingest([there], tmp_path / "a")
    (tmp_path / "turned").mkdir()
    (second,) = ingest([archive(tmp_path / "turned", many[::-1])], tmp_path / "b", memory_limit="100MB")
    assert rows(first) == rows(second)
    assert read_from(first) != read_from(second), "each names the archive it was read from"
    sums = [roll_up([part], part.parent) for part in (first, second)]
    assert [rows(path) for path in sums[0]] == [rows(path) for path in sums[1]]
    kept = [path.read_bytes() for path in (first, *sums[0])]
    (again,) = ingest([there], tmp_path / "a")
    assert [path.read_bytes() for path in (again, *roll_up([again], again.parent))] == kept
    assert rows(first, "sum(value_cad)") == [(sum(n * 7 for n in range(30_000)),)]


def test_a_new_archive_replaces_its_year(tmp_path):
    ingest([archive(tmp_path)], tmp_path / "lines")
    (path,) = ingest([archive(tmp_path, IMPORTS[:1])], tmp_path / "lines")
    assert len(rows(path)) == 1
    assert left_over(tmp_path / "lines") == [path]


def test_the_memory_limit_is_set(tmp_path, monkeypatch):
    given = []
    connect = duckdb.connect
    monkeypatch.setattr(duckdb, "connect", lambda path, config: given.append(config) or connect(path, config=config))
    parts = ingest([archive(tmp_path)], tmp_path / "lines", memory_limit="150MB")
    monkeypatch.setattr(cimt_sums, "digest", lambda *_: "")
    roll_up(parts, tmp_path, memory_limit="160MB")
    assert [config["memory_limit"] for config in given] == ["150MB", "160MB"]
    assert all(Path(config["temp_directory"]).is_relative_to(tmp_path) for config in given)


def test_more_rows_than_memory_spill_to_disk(tmp_path):
    many = [f"202401,{n:010},US,ON,MI,{n},1,NMB" for n in range(400_000)]
    (path,) = ingest([archive(tmp_path, many)], tmp_path / "lines", memory_limit="60MB")
    assert rows(path, "count(*), sum(value_cad)") == [(400_000, sum(range(400_000)))]


def test_a_killed_run_leaves_no_half_file(tmp_path):
    many = [f"202401,{n:010},US,ON,MI,{n},1,NMB" for n in range(400_000)]
    big, lines = archive(tmp_path, many), tmp_path / "lines"
    code = "import sys; from pathlib import Path; from data.sources.cimt_lines import ingest; ingest([Path(sys.argv[1])], Path(sys.argv[2]))"
    run = subprocess.Popen([sys.executable, "-c", code, str(big), str(lines)], cwd=ROOT)
    while run.poll() is None and not (lines / ".unfinished" / "member.csv").exists():
        time.sleep(0.002)
    run.kill()
    assert run.wait() != 0
    assert left_over(lines)
    assert not list(lines.glob("flow=*/year=*/part.parquet"))
    (path,) = ingest([archive(tmp_path)], lines)
    assert left_over(lines) == [path]


def changed(row, **cells):
    names = ("month", "hs_code", "country", "province", "state", "value", "quantity", "unit")
    return ",".join(str({**dict(zip(names, row.split(","), strict=True)), **cells}[name]) for name in names)


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ({"month": "202312"}, "has a month outside 2024 in 1 of its rows, such as “202312”."),
        ({"month": "202413"}, "has a month outside 2024 in 1 of its rows, such as “202413”."),
        ({"hs_code": "101210010"}, "has a code that has not 10 digits in 1 of its rows, such as “101210010”."),
        ({"country": ""}, "has a country code that has not two letters in 1 of its rows, such as “”."),
        ({"value": -5}, "has a value that is negative or no whole number in 1 of its rows, such as “-5”."),
        ({"value": "12.5"}, "has a value that is negative or no whole number in 1 of its rows, such as “12.5”."),
        ({"value": ""}, "has a value that is negative or no whole number in 1 of its rows, such as “”."),
        ({"quantity": "nan"}, "has a quantity that is negative or no number in 1 of its rows, such as “nan”."),
        (
            {"value": 1, "quantity": 1},
            "has the same row twice: month 202402, product 0101210010, country NA, province ON.",
        ),
    ],
)
def test_a_bad_row_is_named(tmp_path, cells, says):
    bad = archive(tmp_path, [*IMPORTS, changed(IMPORTS[0], **cells)])
    with pytest.raises(BadArchive) as error:
        ingest([bad], tmp_path / "lines")
    assert str(error.value) == f"CIMT-CICM_Imp_2024.zip {says}"
    assert not left_over(tmp_path / "lines")


@pytest.mark.parametrize(
    ("made", "says"),
    [
        ({"name": "imports.zip"}, "imports.zip is not named CIMT-CICM_{Imp|Dom_Exp|Tot_Exp}_{year}.zip."),
        ({"member": "ODPFN015_202412N.csv"}, "has no detailed member ODPFN014_….csv."),
        ({"header": HEADER.format(hs="HS6")}, "ODPFN014_202412N.csv has no column HS10."),
        ({"header": HEADER.format(hs="HS10").replace("Province,", "")}, "ODPFN014_202412N.csv has no column Province."),
        ({"rows": []}, "CIMT-CICM_Imp_2024.zip has no rows."),
        ({"rows": [IMPORTS[0] + ",surplus"]}, "ODPFN014_202412N.csv cannot be read: CSV Error on Line: 2."),
    ],
)
def test_a_bad_archive_is_named(tmp_path, made, says):
    with pytest.raises(BadArchive) as error:
        ingest([archive(tmp_path, **made)], tmp_path / "lines")
    assert str(error.value).endswith(says)
    assert not left_over(tmp_path / "lines")


def test_a_page_instead_of_a_zip_and_a_download_cut_short(tmp_path):
    page = tmp_path / "CIMT-CICM_Imp_2023.zip"
    page.write_bytes(b"<html>Not found</html>")
    with pytest.raises(BadArchive, match=r"CIMT-CICM_Imp_2023\.zip is not a whole zip file"):
        ingest([page], tmp_path / "lines")
    whole = archive(tmp_path)
    whole.write_bytes(whole.read_bytes()[:-60])
    with pytest.raises(BadArchive, match=r"CIMT-CICM_Imp_2024\.zip is not a whole zip file"):
        ingest([whole], tmp_path / "lines")


def test_damaged_bytes_inside_the_zip(tmp_path):
    whole = archive(tmp_path)
    with zipfile.ZipFile(whole) as opened:
        place = opened.getinfo("ODPFN014_202412N.csv").header_offset + 60
    content = bytearray(whole.read_bytes())
    content[place : place + 20] = bytes(20)
    whole.write_bytes(content)
    with pytest.raises(BadArchive, match=r"CIMT-CICM_Imp_2024\.zip"):
        ingest([whole], tmp_path / "lines")


def test_archives_before_a_bad_one_stay(tmp_path):
    bad = archive(tmp_path, ["202401,1,MX,ON,,1,1,NMB"])
    with pytest.raises(BadArchive):
        ingest([total_exports(tmp_path), bad], tmp_path / "lines")
    assert [path.parent.parent.name for path in left_over(tmp_path / "lines")] == ["flow=total_exports"]


def test_roll_ups_add_up_to_lines(tmp_path):
    parts = ingest([archive(tmp_path), total_exports(tmp_path)], tmp_path / "lines")
    by_chapter, pair = roll_up(parts, tmp_path / "sums", countries=["MX", "NA"])
    assert {path.name for path in left_over(tmp_path / "sums")} == {"cimt_by_chapter.parquet", "cimt_pair.parquet"}
    assert rows(by_chapter, "flow, country, hs_chapter, month::varchar, value_cad") == [
        ("imports", "MX", "01", "2024-01-01", 0),
        ("imports", "MX", "87", "2024-01-01", 9_000_000_070),
        ("total_exports", "MX", "10", "2024-01-01", 800),
        ("imports", "NA", "01", "2024-02-01", 500),
        ("total_exports", "NA", "01", "2024-01-01", 500),
        ("imports", "US", "87", "2024-02-01", 10_000),
        ("total_exports", "US", "10", "2024-03-01", 9),
    ]
    assert rows(pair, "sum(value_cad) filter (where country = 'MX'), count(*), sum(value_cad)") == [
        (9_000_000_870, 6, 9_000_001_870)
    ]
    assert set(rows(pair, "province")) == {("AB",), ("ON",), ("QC",), (None,)}
    described = duckdb.sql(f"describe select * from read_parquet('{by_chapter}')").fetchall()
    assert [(name, kind) for name, kind, *_ in described] == [
        ("month", "DATE"),
        ("flow", "VARCHAR"),
        ("country", "VARCHAR"),
        ("hs_chapter", "VARCHAR"),
        ("value_cad", "BIGINT"),
    ]
