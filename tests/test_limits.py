"""No request takes more than its share: of time, of memory, of codes in a list."""

from functools import wraps

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

import queries
from extracts.routes import ROUTES
from queries import database
from queries.settings import PREFIX, Settings, WrongSettings, settings
from tests.visits import visit

ENDLESS = "select count(*) as year from range(1000000000) as a, range(1000000000) as b where a.range + b.range = 7"
HUGE = "select list(range) as year from range(1000000000)"
SITE = Starlette(routes=ROUTES)


@pytest.fixture
def limited(monkeypatch):
    """Set limits, and have `trade_balance` ask something else, of tables loaded under these limits."""

    def limit(sql, **limits):
        for name, value in limits.items():
            monkeypatch.setenv(f"{PREFIX}{name.upper()}", value)
        settings.cache_clear()
        loaded, query = (
            database.Database(),
            queries.describe("trade_balance").model_copy(update={"sql": sql, "params": {}}),
        )
        monkeypatch.setattr(database, "opened", lambda: loaded)
        monkeypatch.setattr(queries, "describe", lambda _: query)
        return loaded

    yield limit
    monkeypatch.undo()
    settings.cache_clear()


def test_a_slow_query_is_stopped_and_the_next_is_answered(limited):
    loaded = limited(ENDLESS, query_seconds="0.2")
    with pytest.raises(queries.OverLimit, match=r"trade_balance: .* longer than 0.2 seconds"):
        queries.ask("trade_balance")
    assert loaded.fetch("events", "select count(*) as events from events", {})["events"][0] == 137


def test_a_cursor_has_the_limits_of_the_settings():
    chosen = ", ".join(
        f"current_setting('{name}')" for name in ("max_execution_time", "memory_limit", "temp_directory")
    )
    cursor = database.opened().cursor()
    assert cursor.execute(f"select {chosen}").fetchone() == (300_000, "1.8 GiB", "")


def test_a_query_that_wants_too_much_memory_is_refused(limited):
    limited(HUGE, query_memory="400MB")
    with pytest.raises(queries.OverLimit, match=r"trade_balance: .* more memory than 400MB"):
        queries.ask("trade_balance")


@pytest.mark.parametrize(
    ("sql", "limits", "says"),
    [(ENDLESS, {"query_seconds": "0.2"}, "0.2 seconds"), (HUGE, {"query_memory": "400MB"}, "more memory than 400MB")],
    ids=["time", "memory"],
)
def test_an_address_beyond_a_limit_is_503_with_a_sentence(limited, sql, limits, says):
    limited(sql, **limits)
    answer = TestClient(SITE).get("/extracts/trade_balance.csv")
    assert answer.status_code == 503
    assert says in answer.text
    assert int(answer.headers["retry-after"]) > 0


@pytest.mark.parametrize(
    ("language", "says"),
    [("en", "more time or memory"), ("fr", "plus de temps ou de mémoire"), ("es", "más tiempo o memoria")],
)
def test_a_page_beyond_a_limit_says_so(monkeypatch, language, says):
    def beyond(name, **_):
        raise queries.OverLimit(name)

    monkeypatch.setattr(queries, "ask", beyond)
    at = visit("trade", language)
    assert not at.exception
    assert says in at.error[0].value


@pytest.mark.parametrize("given", ["", "partner=CAN,CAN&partner=MEX&partner=CAN", "partner=" + ",".join(["EU"] * 9000)])
def test_a_code_given_again_is_the_same_code(monkeypatch, given):
    asked, answer = [], queries._answer

    @wraps(answer)
    def noting(edition, query, given):
        if query.name != "tariff_exposure":
            return answer(edition, query, given)
        asked.append(dict(given)["partner"])
        return queries.table("sectors")

    monkeypatch.setattr(queries, "_answer", noting)
    TestClient(SITE).get(f"/extracts/tariff_exposure.csv?{given}")
    every = tuple(queries.describe("tariff_exposure").params["partner"])
    assert asked == [{"": every}.get(given, ("EUU",) if "EU" in given else ("CAN", "MEX"))]


def test_repeated_lists_add_up():
    rates = TestClient(SITE).get("/extracts/tariff_rate.json?partner=CAN&partner=MEX&date=2025-10-14").json()
    assert {row["partner"] for row in rates} == {"CAN", "MEX"}


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("trade_balance.csv?from=2020&from=2023", "“from”: is given twice, as 2020 and 2023, and takes one value"),
        ("tariff_rate.csv?date=2025-10-14&date=2025-10-15", "“date”: is given twice"),
        (
            "tariff_exposure.csv?override=" + ",".join(f"US-{n}:5" for n in range(101)),
            "101 codes were given, and at most 100",
        ),
        ("mexico_products.csv?top=100001", "“top”: 100001 is not between 1 and 100000"),
        ("mexico_products.csv?top=0", "“top”: 0 is not between 1 and 100000"),
        ("latest_events.csv?top=-3", "“top”: -3 is not between 1 and 100000"),
    ],
    ids=lambda value: value[:40],
)
def test_more_than_may_be_asked_is_refused(address, says):
    answer = TestClient(SITE).get(f"/extracts/{address}")
    assert answer.status_code == 400
    assert says in answer.text


def test_settings_are_read_from_the_environment(monkeypatch):
    assert Settings(query_seconds=1).origins == ()
    monkeypatch.setenv("DASHBOARD_ORIGINS", "https://a.example, https://b.example:8443")
    monkeypatch.setenv("DASHBOARD_EXTRACTS_AT_ONCE", "7")
    settings.cache_clear()
    assert settings().origins == ("https://a.example", "https://b.example:8443")
    assert settings().extracts_at_once == 7
    monkeypatch.undo()
    settings.cache_clear()


def test_every_wrong_setting_is_named(monkeypatch):
    monkeypatch.setenv("DASHBOARD_QUERY_SECOND", "5")
    monkeypatch.setenv("DASHBOARD_QUERY_MEMORY", "much")
    settings.cache_clear()
    with pytest.raises(WrongSettings) as error:
        settings()
    monkeypatch.undo()
    settings.cache_clear()
    assert "DASHBOARD_QUERY_SECOND: " in str(error.value)
    assert "DASHBOARD_QUERY_MEMORY: " in str(error.value)
    assert "DASHBOARD_QUERY_SECONDS, " in str(error.value)


def test_so_many_queries_run_at_once_and_others_wait_their_turn(limited):
    loaded = limited(ENDLESS, query_seconds="0.2", queries_at_once="1")
    with loaded._turn("one"), pytest.raises(queries.OverLimit, match=r"0\.2 seconds"):
        loaded.fetch("events", "select 1", {})
    assert len(loaded.fetch("events", "select 1 as one", {})) == 1
