"""A table is served only as it was built: no changed value, no table without rows, no half of a build."""

import shutil
import subprocess

import pandas as pd
import pyarrow.parquet as pq
import pytest

from data import TABLES, build, catalog, checksums, health, promises
from data.__main__ import main
from queries.database import Database


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(TABLES, tmp_path / "tables", ignore=shutil.ignore_patterns("__pycache__"))


def ten_times(path):
    frame = pd.read_parquet(path)
    frame.assign(value_cad_m=frame["value_cad_m"] * 10).to_parquet(path)


def test_a_changed_value_is_not_served_and_is_named(folder):
    changed = folder / "goods_trade_annual.parquet"
    ten_times(changed)
    known = checksums.listed(folder)
    assert Database(folder).unavailable == {"goods_trade_annual"}
    assert health._table("goods_trade_annual", changed, known) == [
        "tables/goods_trade_annual.parquet is not the file that SHA256SUMS lists; "
        "run: python -m data build goods_trade_annual"
    ]


def test_without_the_list_no_table_is_served(folder):
    (folder / checksums.FILE).write_bytes(b"\xff\xfe")
    assert Database(folder).unavailable == set(catalog.tables())


def test_every_shipped_table_is_listed_as_sha256sum_reads_it():
    assert list(checksums.listed(TABLES)) == [f"{name}.parquet" for name in catalog.tables()]
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet", checksums.FILE], cwd=TABLES, check=True)


@pytest.mark.parametrize(("name", "found"), [("sectors", ["there is not one row"]), ("us_duties_collected", [])])
def test_a_table_without_rows_is_broken_unless_its_entry_says_so(name, found):
    empty = pd.read_parquet(TABLES / f"{name}.parquet").iloc[:0]
    assert promises.failures(name, empty) == found


def test_a_table_without_rows_is_not_served_though_it_is_listed(folder):
    for name in ("sectors", "us_duties_collected"):
        pq.write_table(pq.read_table(folder / f"{name}.parquet").slice(0, 0), folder / f"{name}.parquet")
    sums = subprocess.run(["sha256sum", *checksums.listed(folder)], cwd=folder, check=True, capture_output=True)
    (folder / checksums.FILE).write_bytes(sums.stdout)
    assert Database(folder).unavailable == {"sectors"}


def test_a_full_disk_ends_in_a_sentence_and_leaves_what_was_there(folder, monkeypatch, capsys):
    (folder / "sectors.parquet.new").symlink_to("/dev/full")
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix != ".new"}
    monkeypatch.setattr(build.build, "__defaults__", (None, folder, None))
    assert main(["build", "countries", "sectors"]) == 1
    assert "The tables cannot be written: " in capsys.readouterr().err
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
