"""No request takes more than its share: of time, of memory, of codes in a list, of extracts at once."""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from functools import wraps

import anyio
import pytest
from httpx2 import ASGITransport, AsyncClient
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData, ScriptRequests

import queries
from extracts import serving
from extracts.queue import Queue
from extracts.routes import ROUTES
from queries import cancellation, database
from queries.settings import PREFIX, Settings, WrongSettings, settings
from tests.threads import run
from tests.visits import visit
from ui.leaving import WATCH
from ui.remember import Memory

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


@pytest.fixture
def blocked(monkeypatch):
    """Two extracts at once, one more may wait; each is being made until it is let go."""
    go, begun = threading.Event(), threading.Semaphore(0)

    def wait(*_):
        begun.release()
        assert go.wait(120)
        return PlainTextResponse("made")

    monkeypatch.setattr(serving, "QUEUE", Queue(2, 1))
    monkeypatch.setattr(serving, "answered", wait)
    yield go, begun
    go.set()


def test_extracts_at_once_are_bounded_and_health_does_not_wait(blocked):
    go, begun = blocked
    answers = []

    async def get(client, path):
        answers.append(await client.get(path))

    async def readers():
        async with AsyncClient(transport=ASGITransport(SITE), base_url="http://site") as client:
            async with anyio.create_task_group() as tasks:
                for _ in range(3):
                    tasks.start_soon(get, client, "/extracts/trade_balance.csv")
                for _ in range(2):
                    await anyio.to_thread.run_sync(begun.acquire)
                while serving.QUEUE._taken < 3:
                    await anyio.lowlevel.checkpoint()
                refused = await client.get("/extracts/trade_balance.csv")
                assert refused.status_code == 429
                assert refused.headers["retry-after"] == "300"
                assert (await client.get("/healthz")).text == "ok"
                assert not begun.acquire(blocking=False), "the third waits"
                assert not answers
                go.set()
            assert [answer.text for answer in answers] == ["made"] * 3
            assert (await client.get("/extracts/trade_balance.csv")).text == "made", "the places are free again"

    run(readers)


def leaves(begun):
    """A connection whose reader leaves as soon as their query runs."""
    messages = iter([{"type": "http.request", "body": b"", "more_body": False}, {"type": "http.disconnect"}])

    async def receive():
        message = next(messages)
        if message["type"] == "http.disconnect":
            await asyncio.to_thread(begun.wait, 120)
        return message

    return Request({"type": "http", "path": "/", "headers": [], "query_string": b""}, receive)


def test_a_reader_who_leaves_stops_their_query(monkeypatch):
    begun, found = threading.Event(), []

    def ask(_):
        begun.set()
        with pytest.raises(queries.Cancelled) as error:
            database.opened().fetch("endless", ENDLESS, {})
        with pytest.raises(queries.Cancelled):
            database.opened().fetch("next", "select 1", {})
        found.append(str(error.value))
        return PlainTextResponse("to nobody")

    async def reader():
        await Queue(1, 0).answer(leaves(begun), ask)

    run(reader)
    assert found == ["endless: was stopped, because nobody waits for the answer any more."]


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


@pytest.mark.parametrize("leave", [ScriptRequests.request_stop, lambda asked: asked.request_rerun(RerunData())])
def test_the_query_of_a_reader_who_left_or_asks_for_another_page_is_stopped(limited, leave):
    limited(ENDLESS, query_seconds="100")
    stayed, left, begun = ScriptRequests(), ScriptRequests(), threading.Event()

    def page():
        with WATCH.page(left):
            begun.set()
            queries.ask("trade_balance")

    with ThreadPoolExecutor(1) as thread:
        drawn = thread.submit(page)
        begun.wait()
        with WATCH.page(stayed):
            leave(left)
            with pytest.raises(queries.Cancelled):
                drawn.result()
            assert not cancellation.current().is_cancelled


def test_what_a_reader_who_left_was_shown_is_not_remembered():
    memory, asked = Memory(100_000), queries.Cancellation()
    asked.cancel()
    with asked.applied():
        assert memory.get("edition", "key", lambda: "without its marks") == "without its marks"
    assert memory.get("edition", "key", lambda: "whole") == "whole"


def test_so_many_queries_run_at_once_and_others_wait_their_turn(limited):
    loaded = limited(ENDLESS, query_seconds="0.2", queries_at_once="1")
    with loaded._turn("one"), pytest.raises(queries.OverLimit, match=r"0\.2 seconds"):
        loaded.fetch("events", "select 1", {})
    assert len(loaded.fetch("events", "select 1 as one", {})) == 1
