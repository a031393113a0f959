"""What goes wrong at the edges is said in one sentence, and nothing is lost."""

import shutil
import socket
import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

import queries
from data import TABLES, build, editions, promises
from data.__main__ import main
from data.frames import bytes_of
from extracts.routes import ROUTES
from queries import answering, database, sources
from tests.answers import forget_answers
from tests.visits import visit

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def broken(tmp_path_factory):
    """Tables of which the events are damaged and the study permits gone, as the site loads them."""
    folder = tmp_path_factory.mktemp("damaged") / "tables"
    shutil.copytree(TABLES, folder)
    (folder / "events.parquet").write_bytes(b"PAR1 this is not a table")
    (folder / "study_permits.parquet").unlink()
    return folder, database.Database(folder)


@pytest.fixture
def damaged(broken, monkeypatch):
    """A site with these tables, to be read only."""
    folder, loaded = broken
    monkeypatch.setattr(database, "opened", lambda: loaded)
    forget_answers()
    yield folder
    forget_answers()


def test_a_damaged_table_takes_down_only_what_needs_it(damaged):
    assert queries.unavailable() == {"events", "study_permits"}
    assert len(queries.ask("trade_balance").frame) > 0
    with pytest.raises(queries.TableUnavailable, match=r"data/tables/events\.parquet.*data build events"):
        queries.ask("events")


def test_the_site_is_not_ready_without_a_table(damaged):
    answer = TestClient(Starlette(routes=ROUTES)).get("/readyz")
    assert answer.status_code == 503
    assert answer.json() == {"ready": False, "unavailable": ["events", "study_permits"]}


@pytest.mark.parametrize(
    ("language", "says"),
    [("en", "missing or damaged"), ("fr", "manque ou est endommagé"), ("es", "falta o está dañado")],
)
def test_the_page_says_which_file_and_what_to_run(damaged, language, says):
    at = visit("timeline", language)
    assert not at.exception
    assert says in at.error[0].value
    assert "python -m data build events" in at.error[0].value


def test_other_pages_open_without_the_table(damaged):
    assert not visit("trade").error
    assert not visit("investment").error


def test_a_table_that_is_mended_is_there_a_minute_later(broken, tmp_path, monkeypatch):
    damaged = shutil.copytree(broken[0], tmp_path / "tables")
    monkeypatch.setattr(editions, "SHIPPED", editions.Edition("damaged", damaged))
    assert queries.unavailable() == {"events", "study_permits"}
    for name in ("events", "study_permits"):
        shutil.copy(TABLES / f"{name}.parquet", damaged)
    assert queries.unavailable() == {"events", "study_permits"}, "not looked at with every question"
    monkeypatch.setattr(database, "RETRY_SECONDS", 0)
    assert queries.unavailable() == set()
    assert len(queries.ask("events").frame) > 0


def of_bytes(size):
    """Rows that take so many bytes, with where they are from."""
    return pd.DataFrame({"value": np.zeros(size // 8)}).assign(**{sources.TRACE: ""})


def test_answers_are_remembered_up_to_so_many_bytes(monkeypatch):
    forget_answers()
    small = queries.ask("trade_balance").frame
    assert queries._answer.cache.currsize >= bytes_of(small)
    monkeypatch.setattr(answering, "sources_of", lambda *_: ())
    monkeypatch.setattr(answering, "fetched", lambda *_: of_bytes(queries.CACHED_BYTES // 4))
    for year in range(1990, 2000):
        queries.ask("trade_periods", **{"from": year})
        assert queries._answer.cache.currsize <= queries.CACHED_BYTES
    assert len(queries._answer.cache) == 3
    monkeypatch.setattr(answering, "fetched", lambda *_: of_bytes(queries.CACHED_BYTES))
    assert len(queries.ask("trade_periods", **{"from": 2001}).frame) == queries.CACHED_BYTES // 8
    assert len(queries._answer.cache) == 3, "what is too large is answered and not kept"
    forget_answers()


def test_build_into_a_place_that_cannot_be_written(tmp_path, monkeypatch, capsys):
    taken = tmp_path / "tables"
    taken.write_text("a file where the folder should be")
    monkeypatch.setattr(build, "TABLES", taken)
    monkeypatch.setattr(build.build, "__defaults__", (None, taken, None))
    assert main(["build", "sectors"]) == 1
    assert "cannot be written" in capsys.readouterr().err
    assert taken.read_text() == "a file where the folder should be"


def test_check_names_damaged_and_missing_files(damaged, monkeypatch, capsys):
    monkeypatch.setattr(editions, "SHIPPED", editions.Edition("shipped", damaged))
    # The others are looked at in test_catalog.py, which takes four seconds.
    monkeypatch.setattr(promises, "failures", lambda *_: [])
    assert main(["check"]) == 1
    said = capsys.readouterr().out
    assert "tables/events.parquet" in said
    assert "tables/study_permits.parquet" in said
    assert "python -m data build events" in said


def test_an_occupied_port_is_said(tmp_path):
    with socket.socket() as taken:
        taken.bind(("0.0.0.0", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), "--server.port", port]
        ended = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode != 0
    assert port in ended.stdout + ended.stderr


def test_nothing_is_written_by_reading(tmp_path):
    before = {path: path.stat().st_mtime_ns for path in TABLES.iterdir()}
    queries.ask("trade_balance")
    assert {path: path.stat().st_mtime_ns for path in TABLES.iterdir()} == before
