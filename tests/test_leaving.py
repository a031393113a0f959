"""Who leaves, or waits too long, has their queries stopped; extracts at once are bounded, and health does not wait."""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

import anyio
import pytest
from httpx2 import ASGITransport, AsyncClient
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData, ScriptRequests

import queries
from extracts import serving
from extracts.queue import Queue
from extracts.routes import ROUTES
from queries import cancellation, database
from tests.test_limits import ENDLESS, limited  # noqa: F401 - a fixture
from tests.threads import run
from ui.leaving import WATCH
from ui.remember import Memory

SITE = Starlette(routes=ROUTES)


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


@pytest.mark.parametrize("leave", [ScriptRequests.request_stop, lambda asked: asked.request_rerun(RerunData())])
def test_the_query_of_a_reader_who_left_or_asks_for_another_page_is_stopped(limited, leave):  # noqa: F811
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
