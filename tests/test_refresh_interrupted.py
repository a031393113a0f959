"""Refresh on a machine that fails: full disks, wrong clocks, kills at any instant, damage afterwards."""

import errno
import shutil
import subprocess
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from data import editions
from data.__main__ import main
from data.refresh import edition
from tests.official import faults

ROOT = Path(__file__).resolve().parents[1]
VALET = "/valet/"


def no_space(*_, **__):
    raise OSError(errno.ENOSPC, "No space left on device", "refreshed")


def damage_tables():
    """Spoil a table of the edition in force, as if the site had not looked at it yet."""
    (editions.current().tables / "events.parquet").write_bytes(b"nothing")
    editions.forget()


def test_a_full_disk_is_said_and_changes_nothing(store, monkeypatch):
    store.refresh("bank_of_canada")
    before = store.edition()
    store.official.world.last_month = "2026-10"
    store.official.world.revised = 1.1
    monkeypatch.setattr(shutil, "copytree", no_space)
    assert store.refresh("bank_of_canada") == 1
    assert "The disk is full" in store.said("bank_of_canada")
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

    monkeypatch.setattr("data.refresh.answers.datetime", Clock)
    assert store.refresh("bank_of_canada") == 1
    assert "clock" in store.said("bank_of_canada")


def test_two_at_once_the_second_waits_or_says_so(store):
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
        editions.forget()
        served, problem = editions.stand()
        assert not problem
        assert served.name != "shipped"
        for name in editions.catalog.tables():
            duckdb.read_parquet((served.tables / f"{name}.parquet").as_posix()).fetchall()
    assert store.refresh("bank_of_canada", "statcan_investment") == 0
    left = [path.name for path in (editions.store() / "editions").iterdir()]
    assert not [name for name in left if name.startswith(edition.MAKING)]


def test_a_raw_answer_left_without_its_description_is_kept_again(store):
    store.refresh("bank_of_canada")
    for path in (editions.store() / "raw" / "bank_of_canada").glob("*.json"):
        path.unlink()
    shutil.rmtree(editions.store() / "editions")
    (editions.store() / editions.POINTER).unlink()
    assert store.refresh("bank_of_canada") == 0
    (entry,) = store.edition().refreshed["bank_of_canada"]["files"]
    assert (editions.store() / entry["file"]).is_file()


def test_a_raw_answer_damaged_on_disk_is_asked_for_again(store):
    store.refresh("statcan_investment")
    (path,) = (editions.store() / "raw" / "statcan_investment").glob("*.zip")
    path.write_bytes(b"")
    assert store.refresh("statcan_investment") == 0
    assert any(kept.stat().st_size for kept in path.parent.glob("*.zip"))


def test_a_damaged_edition_falls_back_to_the_tables_that_came_with_the_site(store):
    store.refresh("bank_of_canada")
    damage_tables()
    served, problem = editions.stand()
    assert served == editions.SHIPPED
    assert "events.parquet is missing or damaged" in problem
    assert store.refresh("bank_of_canada") == 0, "the figures are whole, so the tables are made again"
    editions.forget()
    assert editions.stand()[1] == ""
    assert "bank_of_canada" in store.edition().refreshed


def test_an_edition_that_could_not_be_read_for_a_while_serves_again(store):
    store.refresh("bank_of_canada")
    refreshed = store.edition()
    table = refreshed.tables / "events.parquet"
    away = table.rename(table.with_suffix(".away"))
    editions.forget()
    assert store.edition() == editions.SHIPPED
    away.rename(table)
    assert store.edition() == editions.SHIPPED, "not looked at with every page"
    editions._examined.cache.expire(time.monotonic() + editions.RETRY_SECONDS + 1)
    assert store.edition() == refreshed


def test_an_edition_that_cannot_be_made_anew_is_a_failure(store, monkeypatch):
    store.refresh("bank_of_canada")
    damage_tables()
    monkeypatch.setattr(shutil, "copytree", no_space)
    assert store.refresh("bank_of_canada") == 1
    assert "The disk is full" in store.said("bank_of_canada")


def test_a_pointer_that_cannot_be_read_is_mended_by_the_next_refresh(store):
    store.refresh("bank_of_canada")
    (editions.store() / editions.POINTER).write_bytes(b"\xff\xfe")
    assert editions.stand() == (
        editions.SHIPPED,
        f"The pointer to the refreshed edition cannot be read; {editions.REMEDY}",
    )
    assert store.refresh("bank_of_canada") == 0
    assert "bank_of_canada" in store.edition().refreshed
