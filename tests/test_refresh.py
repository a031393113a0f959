"""Refresh over real sockets: what passes is swapped in whole, what does not is said in one sentence."""

import errno
import json
import re
import shutil
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pytest

import queries
from data import editions, vintages
from data.__main__ import main
from data.sources import making, snapshots, statcan
from data.sources.refresh import refresh
from tests.official import Official, World, connection, faults
from tests.refresh_store import Store

ROOT = Path(__file__).resolve().parents[1]
VALET, INVESTMENT, GOODS = "/valet/", "36100008-eng.zip", "12100011-eng.zip"


@pytest.fixture
def store(tmp_path, monkeypatch):
    monkeypatch.setenv("DATA_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("DATA_REFRESH_CONFIG", str(tmp_path / "refresh.toml"))
    with Official(World(first_position_year=2010)) as official:
        made = Store(official, tmp_path)
        made.configure(tmp_path / "refresh.toml")
        yield made


def test_what_is_refreshed_is_served_with_its_source(store):
    assert store.refresh("statcan_investment") == 0
    edition = store.edition()
    assert edition.name != "shipped"
    assert "statcan_investment" in edition.sources("direct_investment")
    assert "statcan_36100008" not in edition.sources("direct_investment")
    found = queries.run("direct_investment", direction="outward", first_year=2015, last_year=2018)
    assert found["position_cad_m"].notna().all(), "the years between the two published tables are there now"
    assert set(found["vintage"]) == {"2026-11-04"}


def test_a_second_refresh_asks_conditionally_and_changes_nothing(store):
    store.refresh("bank_of_canada", "statcan_investment")
    first = store.edition()
    assert store.refresh("bank_of_canada", "statcan_investment") == 0
    assert store.outcome("statcan_investment") == "unchanged"
    assert store.edition() == first
    asked = store.official.asked(INVESTMENT)[-1]
    assert {name.lower() for name in asked.headers} & {"if-none-match", "if-modified-since"}


def test_a_raw_snapshot_keeps_the_answer_as_it_came(store):
    store.refresh("statcan_investment")
    (entry,) = [f for f in store.edition().source("statcan_investment")["files"] if f["url"].endswith(".zip")]
    path = editions.store() / entry["file"]
    assert editions.sha256(path) == entry["sha256"]
    assert entry["vintage"] == "2026-11-04"
    assert entry["url"] == f"{store.official.url}/statcan/n1/tbl/csv/{INVESTMENT}"


FAULTS = {
    "busy": (faults.status(429, retry_after=0), "busy"),
    "down": (faults.status(503), "busy"),
    "gone": (faults.status(404), "nothing at"),
    "forbidden": (faults.status(403), "refuses"),
    "web page": (faults.html_with_200(), "web page"),
    "cut": (faults.cut_after(900), "broke off"),
    "other host": (faults.redirect("http://198.51.100.7/x.zip"), "another host"),
    "2 GB": (faults.announced_size(2_000_000_000), "more than 20 MB"),
    "endless": (faults.endless(), "more than 20 MB"),
    "half a zip": (faults.bytes_changed(lambda body: body[: len(body) // 2]), "cut off or damaged"),
    "dropped": (faults.drop_connection(), "broke off"),
    "silent": (faults.stall(3), "broke off or did not answer"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_on_the_way_is_one_sentence_and_leaves_yesterdays_tables(store, name):
    store.limits = {"read_timeout_seconds": 0.3, "attempts": 2}
    store.configure(store.folder / "refresh.toml")
    store.refresh("statcan_investment")
    before = store.edition()
    store.official.world.revised = 1.01
    fault, sentence = FAULTS[name]
    store.official.fault(INVESTMENT, fault)
    assert store.refresh("statcan_investment", "bank_of_canada") == 1
    assert sentence in store.said("statcan_investment")
    assert "\n" not in store.said("statcan_investment")
    assert store.outcome("bank_of_canada") == "refreshed", "other sources go on"
    assert (store.edition().tables / "direct_investment.parquet").read_bytes() == (
        before.tables / "direct_investment.parquet"
    ).read_bytes()
    store.official.clear()
    assert store.refresh("statcan_investment") == 0


@pytest.mark.parametrize(
    "fault", [faults.status(503), faults.status(429, retry_after=0), faults.cut_after(900), faults.drop_connection()]
)
def test_a_passing_fault_is_waited_out(store, fault):
    store.official.fault(INVESTMENT, fault, times=1)
    assert store.refresh("statcan_investment") == 0
    assert store.outcome("statcan_investment") == "refreshed"


def test_a_download_cut_off_goes_on_where_it_stopped(store):
    store.official.fault(INVESTMENT, faults.cut_after(900), times=1)
    store.refresh("statcan_investment")
    ranges = [
        {k.lower(): v for k, v in request.headers.items()}.get("range") for request in store.official.asked(INVESTMENT)
    ]
    assert ranges == [None, "bytes=900-"]


def test_figures_being_published_are_left_for_later(store):
    store.official.world.vectors = {0: 6}
    assert store.refresh("statcan_goods", accept=("statcan_goods",)) == 1
    assert "just publishing" in store.said("statcan_goods")


WRONG = {
    "renamed column": ({"renamed_column": {"VALUE": "Valeur"}}, "lacks the column VALUE"),
    "new country": ({"unknown_country": "Atlantis"}, "without a code: Atlantis"),
    "doubled row": ({"doubled_row": True}, "rows twice"),
    "changed unit": ({"unit": "Pounds"}, "unit that is not known: Pounds"),
    "unknown scalar": ({"scalar": "dozens"}, "scalar factor that is not known: dozens"),
    "unknown status": ({"statuses": {"Mexico": "Q"}}, "status that is not known"),
    "French file": ({"french": True}, "Table 36100008 is not the CSV it was"),
    "year lost": ({"year_lost": 2021}, "lacks the years 2021"),
    "rows dropped": ({"rows_dropped": 0.3}, "the rows shrink"),
    "leap": ({"jump": 10.0}, "leaps from"),
    "changed scale": ({"scalar": "thousands"}, "leaps from"),
}


@pytest.mark.parametrize("name", WRONG)
def test_figures_that_are_not_as_they_should_be_are_refused(store, name):
    store.refresh("statcan_investment")
    before = store.edition()
    changes, sentence = WRONG[name]
    for field, value in changes.items():
        setattr(store.official.world, field, value)
    assert store.refresh("statcan_investment") == 1
    assert sentence in store.said("statcan_investment")
    assert store.edition() == before


def test_a_leap_can_be_accepted(store):
    store.refresh("statcan_investment")
    store.official.world.jump = 10.0
    assert store.refresh("statcan_investment", accept=("statcan_investment",)) == 0


def test_without_a_byte_order_mark_the_file_reads_the_same(store):
    store.official.world.without_bom = True
    assert store.refresh("statcan_investment") == 0


def test_every_vintage_is_kept_and_answers_as_published_on_a_day(store, monkeypatch):
    store.refresh("statcan_investment")
    store.official.world.revised = 1.02
    later = connection.FIRST_MODIFIED + timedelta(days=30)
    monkeypatch.setattr(connection, "FIRST_MODIFIED", later)
    assert store.refresh("statcan_investment") == 0
    held = vintages.read(store.edition().figures / "statcan_investment.parquet")
    cell = held[(held["series"] == "outward") & (held["country"] == "MEX")]
    newest = cell[cell["period"].astype(str).str.startswith("2025")].sort_values("published_on")
    first, second = newest["published_on"]
    assert second - first == timedelta(days=30)
    assert newest["value"].iloc[1] == pytest.approx(1.02 * newest["value"].iloc[0], rel=1e-3)
    then = vintages.latest(cell, first)
    assert set(then["published_on"].dt.date) == {first}


def test_a_full_disk_is_said_and_changes_nothing(store, monkeypatch):
    store.refresh("bank_of_canada")
    before = store.edition()
    store.official.world.last_month = "2026-10"

    def full(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device", "refreshed")

    monkeypatch.setattr(shutil, "copytree", full)
    store.official.world.revised = 1.1
    assert store.refresh("bank_of_canada") == 1
    assert store.edition() == before


def test_a_full_disk_over_a_small_file_system(store, capfd, monkeypatch):
    """The kernel's own limit on file size stands in for a disk that is full."""
    code = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000));"
        "from data.__main__ import main; sys.exit(main(['refresh', 'statcan_investment']))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "File too large" in done.stderr or "disk" in done.stderr
    assert store.edition().name == "shipped"


def test_a_store_that_cannot_be_written(tmp_path, monkeypatch, capfd):
    taken = tmp_path / "store"
    taken.write_text("a file where the folder should be")
    monkeypatch.setenv("DATA_STORE", str(taken))
    assert main(["refresh", "bank_of_canada"]) == 1
    said = capfd.readouterr().err
    assert "Traceback" not in said
    assert str(taken) in said


@pytest.mark.parametrize("days", [-400, 400])
def test_a_clock_that_is_wrong_makes_no_vintage(store, monkeypatch, days):
    class Clock(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime.now(tz) + timedelta(days=days)

    monkeypatch.setattr("data.sources.answers.datetime", Clock)
    assert store.refresh("bank_of_canada") == 1
    assert "clock" in store.said("bank_of_canada")


def test_two_at_once_the_second_waits_or_says_so(store):
    store.limits = {"read_timeout_seconds": 30}
    store.configure(store.folder / "refresh.toml")
    store.official.fault(VALET, faults.stall(6), times=1)
    command = [sys.executable, "-m", "data", "refresh", "bank_of_canada"]
    first = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True)
    while not store.official.asked(VALET):
        time.sleep(0.05)
    second = subprocess.run([*command, "--no-wait"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert second.returncode == 2
    assert f"Another refresh is running (process {first.pid}" in second.stderr
    waiting = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert first.wait(30) == 0
    assert waiting.returncode == 0
    assert "unchanged" in waiting.stderr


def test_killed_at_any_instant_the_site_starts_with_whole_tables(store):
    store.refresh("bank_of_canada")
    command = [sys.executable, "-m", "data", "refresh", "bank_of_canada", "statcan_investment"]
    for step in range(8):
        store.official.world.revised = 1.0 + step / 1000
        process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)
        time.sleep(0.3 + 0.7 * step)
        process.kill()
        process.wait()
        editions._opened.cache_clear()
        edition, problem = editions.stand()
        assert not problem
        assert edition.name != "shipped"
        for name in editions.catalog.tables():
            duckdb.read_parquet((edition.tables / f"{name}.parquet").as_posix()).fetchall()
    assert store.refresh("bank_of_canada", "statcan_investment") == 0
    left = [path.name for path in (editions.store() / "editions").iterdir()]
    assert not [name for name in left if name.startswith(making.MAKING)]


def test_a_raw_answer_left_without_its_description_is_kept_again(store):
    store.refresh("bank_of_canada")
    for path in (editions.store() / "raw" / "bank_of_canada").glob("*.json"):
        path.unlink()
    shutil.rmtree(editions.store() / "editions")
    (editions.store() / editions.POINTER).unlink()
    assert store.refresh("bank_of_canada") == 0
    (entry,) = store.edition().source("bank_of_canada")["files"]
    assert (editions.store() / entry["file"]).is_file()


def test_a_damaged_edition_falls_back_to_the_tables_that_came_with_the_site(store):
    store.refresh("bank_of_canada")
    (store.edition().tables / "events.parquet").write_bytes(b"nothing")
    editions._opened.cache_clear()
    edition, problem = editions.stand()
    assert edition == editions.SHIPPED
    assert "events.parquet is missing or damaged" in problem
    assert store.refresh("bank_of_canada") == 0, "the figures are whole, so the tables are made again"
    editions._opened.cache_clear()
    assert editions.stand()[1] == ""
    assert "bank_of_canada" in store.edition().refreshed


def test_old_editions_are_let_go_and_raw_answers_are_not(store):
    for step in range(6):
        store.official.world.revised = 1.0 + step / 100
        assert store.refresh("statcan_investment") == 0
    making.tidy()
    assert len(list((editions.store() / "editions").iterdir())) <= making.KEPT_EDITIONS
    zips = list((editions.store() / "raw" / "statcan_investment").glob("*.zip"))
    assert len(zips) == 6


def test_a_key_never_reaches_the_store(store):
    for path in editions.store().rglob("*.json"):
        assert "Subscription" not in path.read_text(encoding="utf-8")


def test_settings_that_are_no_toml_are_said(store):
    (store.folder / "refresh.toml").write_text("[limits\nattempts = 3", encoding="utf-8")
    assert store.refresh("bank_of_canada") == 1
    assert "is not TOML" in store.said("bank_of_canada")


@pytest.mark.parametrize("text", ["soon", "", "Wed, 21 Oct 2015 07:28:00 GMT"])
def test_any_word_on_when_to_come_back_is_borne(store, text):
    store.official.fault(VALET, faults.status(503, retry_after=text), times=1)
    assert store.refresh("bank_of_canada") == 0


def test_other_members_of_a_dimension_are_refused(store):
    store.official.world.renamed_column = {"Seasonal adjustment": "Adjustment"}
    assert store.refresh("statcan_goods", accept=("statcan_goods",)) == 1
    assert "lacks the column Seasonal adjustment" in store.said("statcan_goods")


def spoilt(change):
    return faults.bytes_changed(change)


UNFORESEEN = {
    "no observations": (
        VALET,
        spoilt(lambda body: b'{"observations": [], "seriesDetail": {"FXUSDCAD": 1, "FXMXNCAD": 1}}'),
    ),
    "nested": (VALET, spoilt(lambda body: b"[" * 100_000)),
    "no value": (VALET, spoilt(lambda body: re.sub(rb'"v": *"[^"]*"', b'"v": null', body))),
    "not a table": ("getFullTableDownloadCSV", spoilt(lambda body: b'{"status": "SUCCESS"}')),
}


@pytest.mark.parametrize("name", UNFORESEEN)
def test_an_answer_nobody_foresaw_stops_its_own_source_only(store, name):
    path, fault = UNFORESEEN[name]
    store.official.fault(path, fault)
    sources = ["bank_of_canada", "statcan_investment"]
    assert store.refresh(*sources) == 1
    outcomes = {source: store.outcome(source) for source in sources}
    assert sorted(outcomes.values()) == ["failed", "refreshed"]


def test_a_raw_answer_damaged_on_disk_is_asked_for_again(store):
    store.refresh("statcan_investment")
    (path,) = (editions.store() / "raw" / "statcan_investment").glob("*.zip")
    path.write_bytes(b"")
    assert store.refresh("statcan_investment") == 0
    assert any(kept.stat().st_size for kept in path.parent.glob("*.zip"))


def test_a_pointer_that_cannot_be_read_is_mended_by_the_next_refresh(store):
    store.refresh("bank_of_canada")
    (editions.store() / editions.POINTER).write_bytes(b"\xff\xfe")
    assert editions.stand() == (
        editions.SHIPPED,
        f"The pointer to the refreshed edition cannot be read; {editions.REMEDY}",
    )
    assert store.refresh("bank_of_canada") == 0
    assert "bank_of_canada" in store.edition().refreshed


def test_only_the_source_that_is_wrong_is_refused(store, monkeypatch):
    both = ("statcan_investment", "bank_of_canada", "ircc_study")
    monkeypatch.setitem(statcan.EMPTY, "..", "a mark nobody knows")
    store.official.world.statuses = {"Mexico": ".."}
    assert store.refresh(*both) == 1
    assert [store.outcome(source) for source in both] == ["failed", "refreshed", "refreshed"]


def test_unknown_sources_are_named(capsys):
    assert main(["refresh", "narnia"]) == 2
    assert "narnia" in capsys.readouterr().err


def test_the_manifest_tells_everything(store):
    store.refresh("bank_of_canada")
    about = json.loads((store.edition().tables.parent / editions.MANIFEST).read_text(encoding="utf-8"))
    entry = about["sources"]["bank_of_canada"]
    assert entry["publisher"] == "Bank of Canada"
    assert datetime.fromisoformat(entry["retrieved"]).date() == snapshots.now().astimezone(UTC).date()
    assert {"vintage", "sha256", "url", "licence", "files", "first_year", "last_period"} <= set(entry)


def test_product_detail_is_kept_when_asked_for_and_read_once(store):
    assert store.refresh("cimt", accept=("cimt",)) == 0
    lines = editions.store() / "lines" / "lines"
    parts = sorted(path.relative_to(lines).as_posix() for path in lines.rglob("part.parquet"))
    assert "flow=imports/year=2024/part.parquet" in parts
    stamps = {path: path.stat().st_mtime_ns for path in lines.rglob("part.parquet")}
    products = queries.run("canada_products", figure_kind="imports", year=2024, top=100_000)
    months = queries.run("trade_monthly", first_year=2024, last_year=2024)
    assert products["value_cad_m"].sum() == pytest.approx(months["imports_cad_m"].sum())
    assert set(products["hs_code"].str.len()) == {10}
    assert store.refresh("cimt") == 0
    assert store.outcome("cimt") == "unchanged"
    assert {path: path.stat().st_mtime_ns for path in lines.rglob("part.parquet")} == stamps


def test_detail_asked_for_later_is_read_from_what_was_kept(store):
    assert refresh(["cimt"], accepted=["cimt"], detail="chapters") == 0
    assert queries.run("canada_products", year=2024).empty
    asked = len(store.official.requests)
    assert refresh(["cimt"], accepted=["cimt"], detail="hs6") == 0
    assert set(queries.run("canada_products", year=2024)["hs_code"].str.len()) == {6}
    assert all(request.headers.get("If-None-Match") for request in store.official.requests[asked:])


def test_product_detail_that_is_broken_is_refused(store):
    store.official.world.doubled_row = True
    assert store.refresh("cimt", accept=("cimt",)) == 1
    assert "twice" in store.said("cimt")
