"""The catalog against raw files, builds, tables and languages: one name in every room."""

import hashlib
from pathlib import Path

import duckdb
import pytest

from data import RAW, TABLES, catalog
from data.__main__ import main

TEXTS = [
    *((f"column {name}", entry[part]) for name, entry in catalog.columns().items() for part in ("label", "means")),
    *((f"caveat {name}", entry) for name, entry in catalog.caveats().items()),
    *((f"table {name}", catalog.table(name)[part]) for name in catalog.tables() for part in ("title", "says")),
    *((f"{group} {code}", entry) for group, codes in catalog.code_groups().items() for code, entry in codes.items()),
]


def test_one_name_in_every_room():
    recipes = {path.stem for path in TABLES.glob("*.py")} - {"__init__"}
    tables = {path.stem for path in TABLES.glob("*.parquet")}
    assert set(catalog.tables()) == recipes == tables


@pytest.mark.parametrize("name", catalog.tables())
def test_table_is_as_the_catalog_says(name):
    entry = catalog.table(name)
    described = duckdb.execute("describe select * from read_parquet(?)", [str(TABLES / f"{name}.parquet")]).fetchall()
    assert [(column, kind) for column, kind, *_ in described] == [
        (column, catalog.columns()[column]["type"]) for column in entry["columns"]
    ]
    assert set(entry["grain"]) <= set(entry["columns"])
    assert set(entry["sources"]) <= set(catalog.sources())
    assert set(entry["caveats"]) <= set(catalog.caveats())
    assert entry["subject"] in catalog.codes("topic")


@pytest.mark.parametrize("name", catalog.sources())
def test_raw_file_is_untouched_and_explained(name):
    source = catalog.sources()[name]
    assert hashlib.sha256((RAW / source["file"]).read_bytes()).hexdigest() == source["sha256"]
    for part in ("publisher", "title", "licence", "vintage"):
        assert source[part]


def test_every_raw_file_is_in_the_catalog():
    known = {source["file"] for source in catalog.sources().values()}
    assert {path.relative_to(RAW).as_posix() for path in RAW.rglob("*") if path.is_file()} == known


@pytest.mark.parametrize(("what", "text"), TEXTS, ids=[what for what, _ in TEXTS])
def test_every_text_has_three_languages(what, text):
    assert set(text) == set(catalog.LANGUAGES)
    assert all(words.strip() for words in text.values())


def test_every_unit_is_in_the_list():
    units = {entry["unit"] for entry in catalog.columns().values() if "unit" in entry}
    assert units <= set(catalog.codes("unit"))


def test_units_stand_in_the_names_of_money_columns():
    for name, entry in catalog.columns().items():
        unit = entry.get("unit", "")
        if unit in ("CAD_M", "USD_M", "MXN_M"):
            assert name.endswith(unit.lower()), name
        if unit == "PCT":
            assert name.endswith("_pct"), name


def test_data_command(capsys):
    assert main(["check"]) == 0
    assert "whole" in capsys.readouterr().out
    assert main(["sources"]) == 0
    assert "Statistics Canada" in capsys.readouterr().out
    assert main(["build", "nothing"]) == 2
    assert "goods_trade_annual" in capsys.readouterr().err


def test_repository_stays_small():
    root = Path(__file__).resolve().parents[1]
    rooms = ["data", "queries", "ui", "pages", "extracts", "tests", "docs"]
    size = sum(path.stat().st_size for room in rooms for path in (root / room).rglob("*") if path.is_file())
    assert size < 25_000_000


@pytest.mark.parametrize("name", catalog.tables())
def test_what_refreshes_a_table_is_known(name):
    entry = catalog.table(name)
    for source, rule in entry.get("refreshed_by", {}).items():
        assert source in catalog.refreshable()["sources"]
        assert {*rule.get("replaces", []), *rule.get("joins", [])} <= {*entry["sources"]}
        assert set(rule.get("lifts", [])) <= set(entry["caveats"])
        assert "from_year" in rule or not (rule.get("replaces") or rule.get("lifts"))
    if "continuity" in entry:
        assert entry["continuity"]["time"] in entry["columns"]
        assert ("total" in entry["continuity"]) == ("largest_jump_pct" in entry["continuity"])
        bounds = entry["continuity"].get("largest_jump_pct", 0), entry["continuity"].get("largest_fall_pct", 0)
        assert bounds[0] < 100 or 0 < bounds[1] < 100, "no fall is larger than 100 %"


@pytest.mark.parametrize("name", catalog.refreshable()["sources"])
def test_a_source_to_refresh_is_explained(name):
    about = {**catalog.refreshable()["limits"], **catalog.refreshable()["sources"][name]}
    assert about["base_url"].startswith("https://")
    assert name in catalog.codes("source_code")
    assert about["publisher"] in catalog.codes("publishers")
    assert about.get("unit_code", "CAD_M") in catalog.codes("unit")
    for part in ("title", "url", "licence", "unit", "grade", "days_between", "grace_days"):
        assert about[part], part
