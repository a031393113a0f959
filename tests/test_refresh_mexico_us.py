"""UN Comtrade and the U.S. Census over real sockets: keys that stay secret, rows that count once, and nothing where nothing is out yet."""

import json
from datetime import UTC, datetime

import pytest

import queries
from data import editions
from tests.official import World, faults
from tests.refresh_store import it_is

COMTRADE, DAY, KEY = "/v1/", "2026-11-04", "a-key-that-nobody-may-see"
CENSUS, KEYS = "/intltrade/", ["COMTRADE_API_KEY", "CENSUS_API_KEY"]


@pytest.fixture
def world():
    return World(first_year=2021)


@pytest.fixture
def store(store):
    store.configure("us_census", first_month="2025-11")
    return store


@pytest.fixture(autouse=True)
def _without_keys(monkeypatch):
    for name in KEYS:
        monkeypatch.setenv(name, "")


def no_trace_of_the_key(store, capfd):
    for path in store.path.rglob("*"):
        assert not path.is_file() or KEY.encode() not in path.read_bytes(), path
    told = capfd.readouterr()
    assert KEY not in told.err + told.out


def test_years_of_comtrade_take_the_place_of_the_shipped_ones(store):
    store.begin_refreshed("comtrade")
    table = queries.table("mexico_goods_by_hs").frame
    chapters = table[table["hs_level"] == "HS2"]
    assert set(chapters.loc[chapters["year"] >= 2021, "vintage"]) == {DAY}
    assert set(chapters.loc[chapters["year"] >= 2021, "grade"]) == {"B"}
    assert "XX" not in set(chapters.loc[chapters["year"] >= 2021, "hs_code"])
    assert "XX" in set(chapters.loc[chapters["year"] == 2020, "hs_code"])
    assert chapters["year"].max() == 2025
    assert set(table.loc[table["hs_level"] == "HS4", "vintage"]) == {"2021"}
    assert {"comtrade", "comtrade_mexico_hs2"} <= set(editions.current().sources("mexico_goods_by_hs"))
    assert "no passing on in bulk" in editions.current().source("comtrade").licence
    found = queries.ask("mexico_products", year=2025, flow="exports").frame
    assert found["hs_code"].tolist()[0] == "87"
    assert found["share_pct"].sum() < 100


def test_all_three_filters_are_always_asked_and_no_key_is_needed(store):
    store.ask("comtrade")
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
    assert "refuses /data/v1/get/C/A/HS (HTTP 401)" in store.sentence("comtrade").replace("/comtrade", "")
    no_trace_of_the_key(store, capfd)


def test_the_same_rows_later_are_nothing_new(store):
    store.begin_refreshed("comtrade")
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
    "renamed": (
        lambda rows: [{"value": row.pop("primaryValue"), **row} for row in rows],
        "lacks the column primaryValue",
    ),
}


@pytest.mark.parametrize("name", ROWS)
def test_rows_that_are_not_as_known_are_refused(store, name):
    change, sentence = ROWS[name]
    store.official.fault(COMTRADE, changed(change))
    assert sentence in store.refusal("comtrade")
    assert store.edition().name == "shipped"


def test_an_answer_cut_short_or_with_an_error_is_refused(store):
    for old, new, sentence in (
        (b'"error":""', b'"error":"bad"', ": bad"),
        (b'"count":', b'"count":1', "some are cut off"),
    ):
        store.official.fault(COMTRADE, faults.bytes_changed(lambda body, old=old, new=new: body.replace(old, new)))
        assert sentence in store.refusal("comtrade")
        store.official.clear()


def test_a_chapter_that_nobody_knows_is_refused(store):
    unknown = changed(lambda rows: [*rows, {**rows[0], "cmdCode": "00"}])
    store.official.fault(COMTRADE, unknown)
    assert store.refresh("comtrade") == 1
    assert "HS chapters without a sector: 00" in store.sentence("comtrade")
    assert store.edition().name == "shipped"


def test_the_last_year_may_not_be_out_yet_but_closed_years_must(store, monkeypatch):
    store.configure("comtrade", last_year_from_month=10)
    store.change(last_month="2025-09", modified=datetime(2026, 2, 4, tzinfo=UTC))
    assert "of 2025" in store.refusal("comtrade")
    it_is(monkeypatch, datetime(2026, 3, 22, tzinfo=UTC))
    assert store.refresh("comtrade", accept=("comtrade",)) == 0, "the server knows fewer chapters than were shipped"
    assert queries.table("mexico_goods_by_hs").frame["year"].max() == 2024


def test_a_leap_is_refused(store):
    assert "leaps from" in store.refusal_after("comtrade", jump=10.0)


@pytest.fixture
def few_months(store):
    """The Census has published five months, the last two of a year and three of the next: each is four answers."""
    store.change(last_month="2026-03")
    return store


def test_duties_are_asked_month_by_month_until_none_is_published(few_months):
    store = few_months
    store.begin_refreshed("us_census")
    found = queries.ask("us_duties_collected").frame
    months = sorted(set(found["month"].dt.strftime("%Y-%m")))
    assert (months[0], months[-1], len(months)) == ("2025-11", "2026-03", 5)
    assert set(found["partner"]) == {"CAN", "MEX", "CHN", "EUU"}
    assert set(found["vintage"]) == {DAY}
    assert editions.current().sources("us_duties_collected") == ["us_census"]
    mexico = found[found["partner"] == "MEX"].set_index("month")["imports_to_date_usd_m"]
    assert mexico["2025-12-01"] > mexico["2025-11-01"], "year to date"
    assert mexico["2026-01-01"] < mexico["2025-12-01"], "a new year begins anew"
    assert found["effective_rate_pct"].between(0.5, 1).all()
    files = editions.current().refreshed["us_census"]["files"]
    assert len(files) == 20
    assert all(entry["bytes"] for entry in files), "what is empty is not kept"
    assert store.refresh("us_census") == 0
    assert store.outcome("us_census") == "unchanged"
    assert [request.query["time"] for request in store.official.asked(CENSUS)][-4:] == [["2026-04"]] * 4


def test_official_months_take_the_place_of_the_study(few_months):
    few_months.begin_refreshed("us_census")
    found = queries.ask("collected_and_statutory").frame.set_index("partner")
    assert set(found["first_month"].dt.strftime("%Y-%m")) == {"2026-01"}
    assert set(found["last_month"].dt.strftime("%Y-%m")) == {"2026-03"}
    assert found["days"].unique() == [90]
    assert found["published_statutory_pct"].isna().all()


def test_a_new_month_is_added(few_months):
    few_months.begin_refreshed("us_census")
    few_months.official.world.last_month = "2026-04"
    assert few_months.refresh("us_census") == 0
    assert queries.ask("us_duties_collected").frame["month"].max().month == 4


def test_a_census_key_is_asked_with_and_kept_nowhere(few_months, monkeypatch, capfd):
    store = few_months
    store.official.world.census_key = KEY
    assert store.refresh("us_census") == 1
    assert "answers with a web page where data were expected; it may want the key CENSUS_API_KEY" in store.sentence(
        "us_census"
    )
    monkeypatch.setenv("CENSUS_API_KEY", KEY)
    assert store.refresh("us_census") == 0
    assert all(f"key={KEY}" in request.path for request in store.official.asked(CENSUS)[-4:])
    no_trace_of_the_key(store, capfd)
    store.official.fault(CENSUS, faults.status(403))
    assert store.refresh("us_census") == 1
    store.official.clear()
    store.official.fault(CENSUS, faults.drop_connection())
    assert store.refresh("us_census") == 1
    no_trace_of_the_key(store, capfd)


TABLES = {
    "doubled": (lambda rows: [*rows, rows[-1]], "has a chapter twice: 99"),
    "other partner": (lambda rows: [rows[0], *([*row[:-1], "1220"] for row in rows[1:])], "CTY_CODE 1220"),
    "no chapter": (lambda rows: [rows[0], *([*row[:2], "8703", *row[3:]] for row in rows[1:2])], "no HS chapter: 8703"),
    "no amount": (lambda rows: [rows[0], [None, *rows[1][1:]]], "an amount that cannot be read: None"),
    "one flow short": (lambda rows: [rows[0], rows[1][:-1]], "is no table with a heading"),
    "no rows": (lambda rows: rows[:1], "in place of rows under a heading"),
    "renamed": (lambda rows: [["VALUE", *rows[0][1:]], *rows[1:]], "lacks the column CON_VAL_YR"),
}


@pytest.mark.parametrize("name", TABLES)
def test_a_census_table_that_is_not_as_known_is_refused(store, name):
    change, sentence = TABLES[name]
    rewrite = faults.bytes_changed(lambda body: json.dumps(change(json.loads(body))).encode())
    store.official.fault("2025-11&COMM_LVL=HS2&CTY_CODE=5700", rewrite)
    assert sentence in store.refusal("us_census").replace("CHN in 2025-11", "")


def test_a_month_that_only_some_partners_have_is_refused(store):
    store.official.fault("2026-03&COMM_LVL=HS2&CTY_CODE=0003", faults.bytes_changed(lambda body: b""))
    assert "2026-03 for some partners only; 0003 are missing" in store.refusal("us_census")


def test_a_month_that_is_gone_again_is_refused(few_months):
    store = few_months
    store.begin_refreshed("us_census")
    before = store.edition()
    store.official.world.last_month = "2026-02"
    assert store.refresh("us_census") == 0, "nothing of what is left is new"
    assert store.edition() == before
    store.official.world.year_lost = 2025
    assert "answers with nothing in place of rows under a heading" in store.refusal("us_census")
