"""UN Comtrade over real sockets: keys that stay secret, rows that count once, and nothing where nothing is out yet."""

import itertools
import json
from datetime import UTC, datetime, timedelta

import pytest

import queries
from data import editions
from data.sources import snapshots
from tests.official import Official, World, faults
from tests.refresh_store import Store

COMTRADE, DAY, KEY = "/v1/", "2026-11-04", "a-key-that-nobody-may-see"
KEYS = ["COMTRADE_API_KEY"]


def it_is(monkeypatch, moment):
    """Let it be this moment, and a second later each time somebody asks."""
    seconds = itertools.count()
    monkeypatch.setattr(snapshots, "now", lambda: moment + timedelta(seconds=next(seconds)))


@pytest.fixture
def store(tmp_path, monkeypatch):
    monkeypatch.setenv("DATA_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("DATA_REFRESH_CONFIG", str(tmp_path / "refresh.toml"))
    it_is(monkeypatch, datetime(2026, 11, 22, tzinfo=UTC))
    for name in KEYS:
        monkeypatch.setenv(name, "")
    with Official(World(first_year=2021)) as official:
        made = Store(official, tmp_path)
        made.configure(tmp_path / "refresh.toml")
        yield made


def no_trace_of_the_key(store, capfd):
    for path in editions.store().rglob("*"):
        assert not path.is_file() or KEY.encode() not in path.read_bytes(), path
    told = capfd.readouterr()
    assert KEY not in told.err + told.out


def test_years_of_comtrade_take_the_place_of_the_shipped_ones(store):
    assert store.refresh("comtrade") == 0
    table = queries.table("mexico_goods_by_hs")
    chapters = table[table["hs_level"] == "HS2"]
    assert set(chapters.loc[chapters["year"] >= 2021, "vintage"]) == {DAY}
    assert set(chapters.loc[chapters["year"] >= 2021, "grade"]) == {"B"}
    assert "XX" not in set(chapters.loc[chapters["year"] >= 2021, "hs_code"])
    assert "XX" in set(chapters.loc[chapters["year"] == 2020, "hs_code"])
    assert chapters["year"].max() == 2025
    assert set(table.loc[table["hs_level"] == "HS4", "vintage"]) == {"2021"}
    assert {"comtrade", "comtrade_mexico_hs2"} <= set(editions.current().sources("mexico_goods_by_hs"))
    assert "no bulk re-dissemination" in editions.current().source("comtrade")["licence"]
    found = queries.run("mexico_products", year=2025, flow="exports")
    assert found["hs_code"].tolist()[0] == "87"
    assert found["share_pct"].sum() < 100


def test_all_three_filters_are_always_asked_and_no_key_is_needed(store):
    store.refresh("comtrade")
    asked = store.official.asked(COMTRADE)
    assert len(asked) == 5
    for request in asked:
        assert request.place == "/comtrade/public/v1/preview/C/A/HS"
        assert [request.query[name] for name in ("partner2Code", "motCode", "customsCode")] == [["0"], ["0"], ["C00"]]


def test_a_comtrade_key_goes_into_a_header_and_nowhere_else(store, monkeypatch, capfd):
    monkeypatch.setenv("COMTRADE_API_KEY", KEY)
    store.official.world.comtrade_key = KEY
    assert store.refresh("comtrade") == 0
    assert {request.place for request in store.official.asked(COMTRADE)} == {"/comtrade/data/v1/get/C/A/HS"}
    assert not [request for request in store.official.asked() if KEY in request.path]
    no_trace_of_the_key(store, capfd)
    store.official.world.comtrade_key = "another"
    assert store.refresh("comtrade") == 1
    assert "refuses /data/v1/get/C/A/HS (HTTP 401)" in store.said("comtrade").replace("/comtrade", "")
    no_trace_of_the_key(store, capfd)


def test_the_same_rows_later_are_nothing_new(store):
    store.refresh("comtrade")
    store.official.fault(COMTRADE, faults.bytes_changed(lambda body: body.replace(b"0.09 secs", b"1.31 secs")))
    assert store.refresh("comtrade") == 0
    assert store.outcome("comtrade") == "unchanged"


def changed(change):
    """An answer of Comtrade whose rows are others; the count follows."""

    def rewrite(body):
        told = json.loads(body)
        told["data"] = change(told["data"])
        told["count"] = len(told["data"])
        return json.dumps(told).encode()

    return faults.bytes_changed(rewrite)


ROWS = {
    "nine a partner": (
        lambda rows: [{**row, "motCode": mode} for mode in range(0, 9000, 1000) for row in rows],
        "rows that count twice or are others: motCode 1000",
    ),
    "by route": (lambda rows: [{**row, "partner2Code": 842} for row in rows], "partner2Code 842"),
    "doubled": (lambda rows: rows + rows[:3], "has 3 rows twice for 2021, the first is"),
    "500 rows": (lambda rows: (rows * 50)[:500], "with 500 rows, its limit without a key"),
    "nothing": (lambda rows: [], "no imports or no exports of 2021"),
    "one flow": (lambda rows: [row for row in rows if row["flowCode"] == "M"], "no imports or no exports of 2021"),
    "other level": (lambda rows: [{**row, "cmdCode": row["cmdCode"] + "01"} for row in rows], "is no HS chapter: 0"),
    "other year": (lambda rows: [{**row, "period": "2019"} for row in rows], "are others: period 2019"),
    "no amount": (lambda rows: [{**row, "primaryValue": None} for row in rows], "a value of 2021 that is no amount"),
    "new chapter": (lambda rows: [*rows, {**rows[0], "cmdCode": "00"}], "HS chapters without a sector: 00"),
    "renamed": (
        lambda rows: [{"value": row.pop("primaryValue"), **row} for row in rows],
        "lacks the column primaryValue",
    ),
}


@pytest.mark.parametrize("name", ROWS)
def test_rows_that_are_not_as_known_are_refused(store, name):
    change, sentence = ROWS[name]
    store.official.fault(COMTRADE, changed(change))
    assert store.refresh("comtrade") == 1
    assert sentence in store.said("comtrade")
    assert store.edition().name == "shipped"


def test_an_answer_cut_short_or_with_an_error_is_refused(store):
    for old, new, sentence in (
        (b'"error":""', b'"error":"bad"', ": bad"),
        (b'"count":', b'"count":1', "some are cut off"),
    ):
        store.official.fault(COMTRADE, faults.bytes_changed(lambda body, old=old, new=new: body.replace(old, new)))
        assert store.refresh("comtrade") == 1
        assert sentence in store.said("comtrade")
        store.official.clear()


def test_the_last_year_may_not_be_out_yet_but_closed_years_must(store, monkeypatch):
    store.official.world.last_month = "2025-09"
    assert store.refresh("comtrade") == 1
    assert "of 2025" in store.said("comtrade")
    it_is(monkeypatch, datetime(2026, 3, 22, tzinfo=UTC))
    assert store.refresh("comtrade", accept=("comtrade",)) == 0, "the server knows fewer chapters than were shipped"
    assert queries.table("mexico_goods_by_hs")["year"].max() == 2024


def test_a_leap_is_refused(store):
    store.refresh("comtrade")
    store.official.world.jump = 10.0
    assert store.refresh("comtrade") == 1
    assert "leaps from" in store.said("comtrade")
