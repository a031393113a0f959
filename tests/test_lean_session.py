"""What a script hands over to the event loop comes there in order and whole, and wakes it once."""

import asyncio
from types import SimpleNamespace

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.scriptrunner import ScriptRunnerEvent as Event

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


def message(kind):
    return ForwardMsg(delta={"new_element": {kind: {}}})


def session_of(handled, timers):
    """A session that says what it handles, and when it is to be woken."""
    return SimpleNamespace(
        _handle_scriptrunner_event_on_event_loop=lambda _, event, **more: handled(event, *more.values()),
        _event_loop=SimpleNamespace(call_later=lambda *timer: timers.append(timer)),
    )


def test_a_run_is_handed_over_down_to_its_first_chart_and_then_the_rest(woken):
    done, timers = [], []
    session = session_of(lambda *what: done.append(what), timers)
    heading, chart, text = (message(kind) for kind in ("heading", "vega_lite_chart", "text"))
    sent = [
        (Event.SCRIPT_STARTED,),
        *((Event.ENQUEUE_FORWARD_MSG, part) for part in (heading, chart, text, chart)),
        (Event.SCRIPT_STOPPED_WITH_SUCCESS,),
    ]
    for _ in range(2):
        done.clear()
        for event, *part in sent:
            lean_session._event(session, None, event=event, **({"forward_msg": part[0]} if part else {}))
        start_the_timer, take = woken
        start_the_timer()
        assert done == []
        take()
        assert done == sent, "what has come before the loop had its turn goes with the chart"
        seconds, *timed = timers.pop()
        assert 0 < seconds < 0.1
        timed[0](*timed[1:])
        woken.clear()


def test_what_follows_the_first_chart_waits_for_its_moment(woken):
    done, timers = [], []
    session = session_of(lambda event, *_: done.append(event), timers)
    lean_session._event(session, None, event=Event.ENQUEUE_FORWARD_MSG, forward_msg=message("vega_lite_chart"))
    woken.pop()()
    assert done == [Event.ENQUEUE_FORWARD_MSG]
    for event in (Event.ENQUEUE_FORWARD_MSG, Event.SCRIPT_STOPPED_WITH_SUCCESS):
        lean_session._event(session, None, event=event, forward_msg=message("vega_lite_chart"))
    woken.pop()()
    assert woken == []
    assert len(done) == 1
    ((_, take, *given),) = timers
    take(*given)
    assert done[1:] == [Event.ENQUEUE_FORWARD_MSG, Event.SCRIPT_STOPPED_WITH_SUCCESS]
    lean_session._event(session, None, event=Event.SCRIPT_STARTED)
    woken.pop()()
    assert len(timers) == 2, "the next run has a moment of its own"


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
