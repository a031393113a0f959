"""What Streamlit does in a session more often than it need, done once."""

import asyncio
from asyncio import AbstractEventLoop
from collections import deque
from collections.abc import Callable
from functools import cache, partial
from threading import Lock
from typing import Any

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.runtime import Runtime
from streamlit.runtime.scriptrunner import ScriptRunnerEvent

Callback = Callable[[], None]

# Longer than a page takes that was asked for before.
A_MOMENT = 0.02
# Longer than a browser on a desk takes to draw the first figure of a visit.
FIRST_FIGURE = 0.4

_theme_by_streamlit = app_session._populate_theme_msg
_soon_by_streamlit = AppSession._call_soon_on_event_loop
_enqueue_by_streamlit = AppSession._enqueue_forward_msg


@cache
def _section(name: str) -> CustomThemeConfig:
    theme = CustomThemeConfig()
    _theme_by_streamlit(theme, name)
    return theme


def _theme(msg: CustomThemeConfig, section: str = "theme") -> None:
    """Six sections of the theme, a twelfth of the work of a run."""
    # A section without options stays absent; a merge would make it present and empty.
    known = _section(section)
    if known.ByteSize():
        msg.MergeFrom(known)


class _Waiting:
    """What a script has for the event loop, in order, and how much of it the loop shall do."""

    def __init__(self) -> None:
        self._callbacks: deque[Callback] = deque()
        self._lock = Lock()
        self._due = self._moment = self._runs = 0
        self._is_told = self._is_timed = self._has_chart = self._has_figure = False

    def begin(self) -> None:
        """A run begins, with a moment of its own."""
        with self._lock:
            self._moment += 1
            self._is_timed = False
        self._runs += 1
        self._has_chart = self._has_figure = False

    def ends_first_figure(self, message: ForwardMsg | None) -> bool:
        """Whether this is the text below the first chart of a run, or below several that are one figure."""
        kind = message.delta.new_element.WhichOneof("type") if message else None
        self._has_chart |= kind == "vega_lite_chart"
        ends = self._has_chart and kind == "html" and not self._has_figure
        self._has_figure |= ends
        return ends

    def add(self, callback: Callback) -> bool:
        """Add what is due in a moment; returns whether no moment has begun."""
        with self._lock:
            self._callbacks.append(callback)
            is_first, self._is_timed = not self._is_timed, True
            return is_first

    def add_at_once(self, callback: Callback) -> bool:
        """Add what is due now, with all before it; returns whether the loop must be told so."""
        with self._lock:
            self._callbacks.append(callback)
            self._end_moment()
            is_news, self._is_told = not self._is_told, True
            return is_news

    def time(self, loop: AbstractEventLoop, then: Callback) -> None:
        """Let a moment begin, after which all is due that has come meanwhile."""
        is_long = self._runs == 1 and self._has_figure
        loop.call_later(FIRST_FIGURE if is_long else A_MOMENT, self._is_over, self._moment, then)

    def next(self) -> Callback | None:
        """What the loop does next; None where all that is due is done, and it must be told of more."""
        with self._lock:
            self._is_told = self._due > 0
            self._due -= self._is_told
            return self._callbacks.popleft() if self._is_told else None

    def _is_over(self, moment: int, then: Callback) -> None:
        with self._lock:
            if moment != self._moment:
                return
            self._end_moment()
        then()

    def _end_moment(self) -> None:
        self._due, self._is_timed = len(self._callbacks), False
        self._moment += 1


def _of(session: AppSession) -> _Waiting:
    return vars(session).setdefault("_waiting", _Waiting())


def _event(self: AppSession, sender: Any, event: ScriptRunnerEvent, **more: Any) -> None:
    """What happens in a run is handed over in two parts: all down to its first figure, and in a moment the rest.

    To send each message by itself the script and the loop would take turns with Python, five milliseconds each; to send
    all at once the browser would draw the first chart with the rest of the page. Who asks again within the moment gets
    the new run only: a fragment with a widget, of which there is none, would need the end of a run at once.
    """
    waiting = _of(self)
    if event is ScriptRunnerEvent.SCRIPT_STARTED:
        waiting.begin()
    hand_over = _soon if waiting.ends_first_figure(more.get("forward_msg")) else _in_a_moment
    hand_over(self, partial(self._handle_scriptrunner_event_on_event_loop, sender, event, **more))


def _in_a_moment(session: AppSession, callback: Callback) -> None:
    """Hand this over when the loop next takes what waits, or after a moment."""
    waiting = _of(session)
    if waiting.add(callback):
        _soon_by_streamlit(session, lambda: waiting.time(session._event_loop, partial(_take, session, waiting)))


def _soon(self: AppSession, callback: Callback) -> None:
    """Hand this over to the event loop, which is woken once for all that waits."""
    waiting = _of(self)
    if waiting.add_at_once(callback):
        _soon_by_streamlit(self, partial(_take, self, waiting))


def _take(session: AppSession, waiting: _Waiting) -> None:
    """Do all that is due; what comes from now on tells the loop anew."""
    callback = waiting.next()
    try:
        while callback:
            callback()
            callback = waiting.next()
    finally:
        # One that failed is the loop's to report, and keeps none of the others.
        if callback:
            _soon_by_streamlit(session, partial(_take, session, waiting))


def _enqueue(self: AppSession, msg: ForwardMsg) -> None:
    """A message to send; on the loop itself, which sends, nobody need be woken."""
    if asyncio._get_running_loop() is self._event_loop:
        self._browser_queue.enqueue(msg)
        Runtime.instance()._get_async_objs().need_send_data.set()
    else:
        _enqueue_by_streamlit(self, msg)


def use() -> None:
    """From here on Streamlit's sessions do so."""
    app_session._populate_theme_msg = _theme
    # It passes all but the first two by their names.
    AppSession._on_scriptrunner_event = _event  # type: ignore[assignment]
    AppSession._call_soon_on_event_loop = _soon
    AppSession._enqueue_forward_msg = _enqueue
