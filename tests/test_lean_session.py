"""What a script hands over to the event loop comes there in order and whole, and wakes it once."""

import asyncio
from types import SimpleNamespace

import pytest

from tests import threads
from ui import lean_session


@pytest.fixture
def woken(monkeypatch):
    """How often the loop was woken by a session, and what it then did."""
    told = []
    monkeypatch.setattr(lean_session, "_soon_by_streamlit", lambda _, callback: told.append(callback))
    return told


def test_many_messages_wake_the_loop_once_and_keep_their_order(woken):
    session, done = SimpleNamespace(), []
    for n in range(50):
        lean_session._soon(session, lambda n=n: done.append(n))
    (take,) = woken
    take()
    assert done == list(range(50))
    lean_session._soon(session, lambda: done.append("later"))
    assert len(woken) == 2, "what comes after the loop has taken all wakes it again"
    woken[1]()
    assert done[-1] == "later"


def test_one_that_fails_keeps_none_of_the_others(woken):
    session, done = SimpleNamespace(), []

    def fail():
        raise ValueError("of one message")

    for callback in (fail, lambda: done.append("next")):
        lean_session._soon(session, callback)
    with pytest.raises(ValueError, match="of one message"):
        woken[0]()
    woken[1]()
    assert done == ["next"]


def test_the_loop_itself_need_not_be_woken_to_send(monkeypatch):
    queue, need_send_data, woken = [], asyncio.Event(), []
    runtime = SimpleNamespace(_get_async_objs=lambda: SimpleNamespace(need_send_data=need_send_data))
    monkeypatch.setattr(lean_session.Runtime, "instance", lambda: runtime)
    monkeypatch.setattr(lean_session, "_enqueue_by_streamlit", lambda _, message: woken.append(message))

    async def sent():
        here = SimpleNamespace(
            _event_loop=asyncio.get_running_loop(), _browser_queue=SimpleNamespace(enqueue=queue.append)
        )
        lean_session._enqueue(here, "on the loop")
        await asyncio.to_thread(lean_session._enqueue, here, "on another thread")

    threads.run(sent)
    assert queue == ["on the loop"]
    assert woken == ["on another thread"]
    assert need_send_data.is_set()
