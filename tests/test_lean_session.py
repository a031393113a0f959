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


class Run:
    """A run whose session says what it has handled, with the loop's work in a list and its timers beside."""

    def __init__(self, woken):
        self.handled, self.timers, self.woken = [], [], woken
        self.session = SimpleNamespace(
            _handle_scriptrunner_event_on_event_loop=lambda _, event, **more: self.handled.append(
                (event, *more.values())
            ),
            _event_loop=SimpleNamespace(call_later=lambda *timer: self.timers.append(timer)),
        )

    def happens(self, event, *message):
        more = {"forward_msg": message[0]} if message else {}
        lean_session._event(self.session, None, event=event, **more)
        return (event, *message)

    def sends(self, *kinds):
        return [
            self.happens(Event.ENQUEUE_FORWARD_MSG, ForwardMsg(delta={"new_element": {kind: {}}})) for kind in kinds
        ]

    def loop_works(self):
        while self.woken:
            self.woken.pop(0)()

    def time_passes(self):
        """The last timer is due; returns its seconds."""
        seconds, over, *given = self.timers.pop()
        over(*given)
        return seconds


@pytest.fixture
def run(woken):
    return Run(woken)


def test_a_run_is_handed_over_down_to_its_first_figure_and_then_the_rest(run):
    for _ in range(2):
        run.handled.clear()
        figure = [run.happens(Event.SCRIPT_STARTED), *run.sends("heading", "html", "vega_lite_chart", "html")]
        rest = [*run.sends("html", "vega_lite_chart", "html"), run.happens(Event.SCRIPT_STOPPED_WITH_SUCCESS)]
        assert run.handled == []
        run.loop_works()
        assert run.handled == figure, "what has come before the loop had its turn waits, too"
        run.time_passes()
        assert run.handled == figure + rest


def test_several_charts_under_each_other_are_one_figure(run):
    run.happens(Event.SCRIPT_STARTED)
    run.sends("heading", "vega_lite_chart", "vega_lite_chart")
    run.loop_works()
    assert run.handled == []
    run.sends("html")
    run.loop_works()
    assert len(run.handled) == 5


def test_the_rest_of_a_visit_waits_until_its_first_figure_is_drawn_and_that_of_a_rerun_a_moment(run):
    waits = []
    for _ in range(3):
        run.happens(Event.SCRIPT_STARTED)
        run.sends("vega_lite_chart", "html", "text")
        run.loop_works()
        waits.append(run.time_passes())
    assert waits == [lean_session.FIRST_FIGURE, lean_session.A_MOMENT, lean_session.A_MOMENT]
    assert lean_session.A_MOMENT < 0.05 < lean_session.FIRST_FIGURE < 0.5


def test_who_asks_while_the_rest_of_a_visit_waits_does_not_wait_for_it(run):
    run.happens(Event.SCRIPT_STARTED)
    run.sends("vega_lite_chart", "html", "text")
    run.loop_works()
    run.happens(Event.SCRIPT_STARTED)
    run.sends("text")
    run.loop_works()
    assert run.time_passes() == lean_session.A_MOMENT
    assert len(run.handled) == 6


def test_a_page_without_a_chart_comes_a_moment_after_it_begins(run):
    sent = [run.happens(Event.SCRIPT_STARTED), *run.sends("heading", "html")]
    run.loop_works()
    assert run.time_passes() == lean_session.A_MOMENT
    assert run.handled == sent
    later = run.sends("text")
    run.loop_works()
    run.time_passes()
    assert run.handled == sent + later, "the next moment begins with what comes next"


def test_a_moment_that_began_before_the_figure_does_not_end_the_wait_for_the_rest(run):
    run.happens(Event.SCRIPT_STARTED)
    run.loop_works()
    (early,) = run.timers
    figure = run.sends("vega_lite_chart", "html")
    rest = run.sends("text")
    run.loop_works()
    _, over, *given = early
    over(*given)
    assert run.handled[1:] == figure
    run.time_passes()
    assert run.handled[1:] == figure + rest


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
