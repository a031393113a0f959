"""The site starts whatever became of its tables: /healthz answers, /readyz names them, pages say what is missing."""

import gc
import shutil

import pandas as pd
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from data import TABLES, catalog, editions
from data.editions import Edition
from extracts.routes import ROUTES
from tests.threads import run
from tests.visits import visit
from ui.server import warm_up

NEEDED = "goods_trade_annual"
EVERY = catalog.tables()


def missing(folder):
    (folder / f"{NEEDED}.parquet").unlink()


def cut(folder):
    path = folder / f"{NEEDED}.parquet"
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def folder_in_its_place(folder):
    missing(folder)
    (folder / f"{NEEDED}.parquet").mkdir()


def other_type(folder):
    path = folder / f"{NEEDED}.parquet"
    pd.read_parquet(path).astype({"year": "float64"}).to_parquet(path)


def text_for_numbers(folder):
    path = folder / f"{NEEDED}.parquet"
    pd.read_parquet(path).assign(value_cad_m="much").to_parquet(path)


def column_gone(folder):
    path = folder / f"{NEEDED}.parquet"
    pd.read_parquet(path).drop(columns="year").to_parquet(path)


def no_folder(folder):
    shutil.rmtree(folder)


def empty_folder(folder):
    no_folder(folder)
    folder.mkdir()


def no_folder_but_a_file(folder):
    no_folder(folder)
    folder.write_text("a file")


def unreadable_folder(folder):
    """A link to itself cannot be read, not even by root."""
    no_folder(folder)
    folder.symlink_to(folder)


@pytest.fixture
def site(tmp_path, monkeypatch, request):
    folder = tmp_path / "tables"
    shutil.copytree(TABLES, folder)
    request.param(folder)
    monkeypatch.setattr(editions, "SHIPPED", Edition(str(tmp_path), folder))
    for each in ("freeze", "unfreeze"):  # what the tests froze themselves stays
        monkeypatch.setattr(gc, each, lambda: None)
    return TestClient(Starlette(routes=ROUTES))


async def start():
    async with warm_up(None):
        pass


ONE = [missing, cut, folder_in_its_place, other_type, text_for_numbers, column_gone]
ALL = [no_folder, empty_folder, no_folder_but_a_file, unreadable_folder]


@pytest.mark.parametrize(
    ("site", "named"),
    [*((damage, [NEEDED]) for damage in ONE), *((damage, EVERY) for damage in ALL)],
    indirect=["site"],
    ids=[damage.__name__ for damage in ONE + ALL],
)
def test_the_site_starts_and_says_what_is_missing(site, named):
    run(start)
    assert site.get("/healthz").text == "ok"
    ready = site.get("/readyz")
    assert ready.status_code == 503
    assert ready.json() == {"ready": False, "unavailable": named}
    answer = site.get("/extracts/trade_balance.csv")
    assert answer.status_code == 503
    assert f"data/tables/{NEEDED}.parquet" in answer.text
    if named == [NEEDED]:
        assert site.get("/extracts/events.csv").status_code == 200


@pytest.mark.parametrize("site", [missing, no_folder], indirect=True)
def test_a_page_says_what_is_missing(site):
    """Pages know which tables could not be loaded, not why."""
    at = visit("trade", "en")
    assert not at.exception
    assert "python -m data build" in at.error[0].value


def test_the_site_is_ready_when_all_tables_are_there():
    ready = TestClient(Starlette(routes=ROUTES)).get("/readyz")
    assert (ready.status_code, ready.json()) == (200, {"ready": True, "unavailable": []})
