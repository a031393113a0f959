"""Refresh on a machine that fails: full disks, wrong clocks, kills at any instant, damage afterwards."""

import errno
import shutil
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pyarrow import parquet

from data import editions
from data.__main__ import main
from data.refresh import edition
from data.store import POINTER
from tests import refresh_process
from tests.official import faults

ROOT = Path(__file__).resolve().parents[1]
# The source whose refresh touches the fewest tables, and the file it asks for.
SOURCE, FILE = "statcan_services", "36100007-eng.zip"


def no_space(*_, **__):
    raise OSError(errno.ENOSPC, "No space left on device", "refreshed")


def damage_tables():
    """Spoil a table of the edition in force, as if the site had not looked at it yet."""
    (editions.current().tables / "events.parquet").write_bytes(b"nothing")
    editions.forget()


def test_a_full_disk_is_said_and_changes_nothing(store, monkeypatch):
    store.begin_refreshed(SOURCE)
    before = store.edition()
    store.change(revised=1.001)
    monkeypatch.setattr(shutil, "copytree", no_space)
    assert store.refresh(SOURCE) == 1
    assert "The disk is full" in store.sentence(SOURCE)
    assert store.edition() == before


def test_a_full_disk_over_a_small_file_system(store):
    """The kernel's own limit on file size stands in for a disk that is full."""
    code = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000));"
        "from data.__main__ import main; sys.exit(main(['refresh', 'statcan_services']))"
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
    assert main(["refresh", SOURCE]) == 1
    printed = capfd.readouterr().err
    assert "Traceback" not in printed
    assert str(taken) in printed


@pytest.mark.parametrize("days", [-400, 400])
def test_a_clock_that_is_wrong_makes_no_vintage(store, monkeypatch, days):
    class Clock(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime.now(tz) + timedelta(days=days)

    monkeypatch.setattr("data.refresh.answers.datetime", Clock)
    assert "clock" in store.refusal(SOURCE)


def test_two_at_once_the_second_waits_or_says_so(store, capfd):
    answers = threading.Event()
    store.official.fault(FILE, faults.silence(until=answers), times=1)
    first = refresh_process.started(SOURCE)
    until(lambda: store.official.asked(FILE) or first.exitcode is not None)
    assert main(["refresh", SOURCE, "--no-wait"]) == 2
    assert f"Another refresh is running (process {first.pid}" in capfd.readouterr().err
    with ThreadPoolExecutor() as other:
        second = other.submit(main, ["refresh", SOURCE])
        printed = []

        def is_waiting():
            printed.append(capfd.readouterr().err)
            return "waiting for it to end." in "".join(printed) or second.done()

        until(is_waiting)
        assert not second.done()
        answers.set()
        assert second.result() == 0
    first.join()
    assert first.exitcode == 0
    assert store.outcome(SOURCE) == "unchanged"
    assert len(store.official.asked(FILE)) == 2


def until(is_so):
    """Wait for a condition, however slow the machine is; the test run's own limit is the only one."""
    while not is_so():
        time.sleep(0.01)


# What a refresh does to the store, in the order in which it does it, as Python names it for auditing.
INSTANTS = {
    "as the answer is whole": ("os.rename", "/incoming/"),
    "as the answer is kept": ("os.rename", "/incoming/", ".whole"),
    "as the tables are laid out": ("open", edition.UNFINISHED, "/events.parquet"),
    "as the edition is put in its place": ("os.rename", edition.UNFINISHED),
    "as the pointer is swapped": ("os.rename", f".{POINTER}."),
    "after the swap": ("open", "attempts.json."),
}


@pytest.mark.parametrize("instant", INSTANTS)
def test_killed_at_any_instant_the_site_starts_with_whole_tables(store, instant):
    store.begin_refreshed(SOURCE)
    before = store.edition()
    store.change(revised=1.001)
    event, *parts = INSTANTS[instant]
    process = refresh_process.started(SOURCE, event, tuple(parts))
    process.join()
    assert process.exitcode == -signal.SIGKILL
    editions.forget()
    served, problem = editions.in_force()
    assert not problem
    assert served != editions.SHIPPED
    assert (served != before) == (instant == "after the swap")
    for name in editions.catalog.tables():
        parquet.read_table(served.tables / f"{name}.parquet")
    (fetched,) = store.official.asked(FILE)
    assert store.refresh(SOURCE) == 0, "the lock went with the process"
    (again,) = store.official.asked(FILE)[1:]
    fetched_as, _ = store.official.versions[fetched.path]
    told = {again.headers.get("If-None-Match"), again.headers.get("If-Range")}
    assert fetched_as in told, "what was fetched whole is not fetched again"
    left = [path.name for path in (store.path / "editions").iterdir()]
    assert not [name for name in left if name.startswith(edition.UNFINISHED)]
    assert store.edition() != before


def test_a_raw_answer_left_without_its_description_is_kept_again(store):
    store.begin_refreshed(SOURCE)
    for path in (store.path / "raw" / SOURCE).glob("*.json"):
        path.unlink()
    shutil.rmtree(store.path / "editions")
    (store.path / POINTER).unlink()
    assert store.refresh(SOURCE) == 0
    (entry,) = store.edition().refreshed[SOURCE]["files"]
    assert (store.path / entry["file"]).is_file()


def test_a_raw_answer_damaged_on_disk_is_asked_for_again(store):
    store.begin_refreshed(SOURCE)
    (path,) = (store.path / "raw" / SOURCE).glob("*.zip")
    path.write_bytes(b"")
    assert store.refresh(SOURCE) == 0
    assert any(kept.stat().st_size for kept in path.parent.glob("*.zip"))


def test_a_damaged_edition_falls_back_to_the_tables_that_came_with_the_site(store):
    store.begin_refreshed(SOURCE)
    damage_tables()
    served, problem = editions.in_force()
    assert served == editions.SHIPPED
    assert "events.parquet is missing or damaged" in problem
    assert store.refresh(SOURCE) == 0, "the figures are whole, so the tables are made again"
    editions.forget()
    assert editions.in_force()[1] == ""
    assert SOURCE in store.edition().refreshed


def test_an_edition_that_could_not_be_read_for_a_while_serves_again(store):
    store.begin_refreshed(SOURCE)
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
    store.begin_refreshed(SOURCE)
    damage_tables()
    monkeypatch.setattr(shutil, "copytree", no_space)
    assert store.refresh(SOURCE) == 1
    assert "The disk is full" in store.sentence(SOURCE)


def test_a_pointer_that_cannot_be_read_is_mended_by_the_next_refresh(store):
    store.begin_refreshed(SOURCE)
    (store.path / POINTER).write_bytes(b"\xff\xfe")
    assert editions.in_force() == (
        editions.SHIPPED,
        f"The pointer to the refreshed edition cannot be read; {editions.REMEDY}",
    )
    assert store.refresh(SOURCE) == 0
    assert SOURCE in store.edition().refreshed
