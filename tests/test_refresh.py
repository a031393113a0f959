"""Refresh over real sockets: what passes all checks is swapped in whole, with its source and its vintages."""

import json
import shutil
from datetime import UTC, datetime, timedelta

import pytest

import queries
from data import clock, editions, vintages
from data.__main__ import main
from data.refresh import edition
from data.store import sha256

INVESTMENT = "36100008-eng.zip"


def test_what_is_refreshed_is_served_with_its_source(store):
    assert store.refresh("statcan_investment") == 0
    served = store.edition()
    assert served.name != "shipped"
    assert "statcan_investment" in served.sources("direct_investment")
    assert "statcan_36100008" not in served.sources("direct_investment")
    found = queries.ask("direct_investment", direction="outward", **{"from": 2015, "to": 2018}).frame
    assert found["position_cad_m"].notna().all(), "the years between the two published tables are there now"
    assert set(found["vintage"]) == {"2026-11-04"}
    older = queries.ask("direct_investment", direction="outward", vintages="all", **{"from": 2019, "to": 2019}).frame
    assert older.loc[older["vintage"] == "2021-04", "position_cad_m"].tolist() == [26855]


def test_a_second_refresh_asks_conditionally_and_changes_nothing(store):
    store.begin_refreshed("statcan_investment")
    first = store.edition()
    assert store.refresh("statcan_investment") == 0
    assert store.outcome("statcan_investment") == "unchanged"
    assert store.edition() == first
    asked = store.official.asked(INVESTMENT)[-1]
    assert {name.lower() for name in asked.headers} & {"if-none-match", "if-modified-since"}


def test_a_raw_snapshot_keeps_the_answer_as_it_came(store):
    store.begin_refreshed("statcan_investment")
    (entry,) = [f for f in store.edition().refreshed["statcan_investment"]["files"] if f["url"].endswith(".zip")]
    assert sha256(store.path / entry["file"]) == entry["sha256"]
    assert entry["vintage"] == "2026-11-04"
    assert entry["url"] == f"{store.official.url}/statcan/n1/tbl/csv/{INVESTMENT}"


def test_every_vintage_is_kept_and_answers_as_published_on_a_day(store):
    store.begin_refreshed("statcan_investment")
    store.official.world.revised = 1.02
    store.official.world.modified += timedelta(days=30)
    assert store.refresh("statcan_investment") == 0
    versions = vintages.read(store.edition().figures / "statcan_investment.parquet")
    cell = versions[(versions["series"] == "outward") & (versions["country"] == "MEX")]
    newest = cell[cell["period"].astype(str).str.startswith("2025")].sort_values("published_on")
    first, second = newest["published_on"]
    assert second - first == timedelta(days=30)
    assert newest["value"].iloc[1] == pytest.approx(1.02 * newest["value"].iloc[0], rel=1e-3)
    then = vintages.latest(cell, first)
    assert set(then["published_on"].dt.date) == {first}
    assert len(list((store.path / "raw" / "statcan_investment").glob("*.zip"))) == 2


def test_old_editions_are_let_go_and_raw_answers_are_not(store):
    store.begin_refreshed("statcan_investment")
    now = store.edition()
    later = [f"202612{day}T120000Z-abcdef" for day in range(16, 16 + edition.KEPT_EDITIONS + 2)]
    for name in later:
        shutil.copytree(now.tables.parent, store.path / "editions" / name)
    raw = sorted((store.path / "raw").rglob("*"))
    edition.tidy()
    left = {path.name for path in (store.path / "editions").iterdir()}
    assert left == {now.name, *later[2:]}
    assert sorted((store.path / "raw").rglob("*")) == raw


def test_unknown_sources_are_named(capsys):
    assert main(["refresh", "narnia"]) == 2
    assert "narnia" in capsys.readouterr().err


def test_the_manifest_tells_everything(store):
    store.begin_refreshed("bank_of_canada")
    about = json.loads((store.edition().tables.parent / editions.MANIFEST).read_text(encoding="utf-8"))
    entry = about["sources"]["bank_of_canada"]
    assert entry["publisher"] == "Bank of Canada"
    assert datetime.fromisoformat(entry["retrieved"]).date() == clock.now().astimezone(UTC).date()
    assert {"vintage", "sha256", "url", "licence", "files", "first_year", "last_period"} <= set(entry)
