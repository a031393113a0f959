"""What Streamlit does in a session more often than it need, done once."""

import asyncio
from collections import deque
from collections.abc import Callable
from functools import cache, partial
from typing import Any

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.runtime import Runtime
from streamlit.runtime.scriptrunner import ScriptRunnerEvent

Callback = Callable[[], None]

# Longer than a page takes that was asked for before.
WAITS_SECONDS = 0.02

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
    """What a script has for the event loop, in order, and whether the loop will take it at once, or in a moment."""

    def __init__(self) -> None:
        self.callbacks: deque[Callback] = deque()
        self.is_told = self.is_timed = self.has_chart = False


def _of(session: AppSession) -> _Waiting:
    return vars(session).setdefault("_waiting", _Waiting())


def _event(self: AppSession, sender: Any, event: ScriptRunnerEvent, **more: Any) -> None:
    """What happens in a run is handed over in two parts: all down to the first chart, and in a moment the rest.

    To send each message by itself the script and the loop would take turns with Python, five milliseconds each; to send
    all at once the browser would draw the first chart with the rest of the page. Who asks again within the moment gets
    the new run only: a fragment with a widget, of which there is none, would need the end of a run at once.
    """
    waiting = _of(self)
    if event is ScriptRunnerEvent.SCRIPT_STARTED:
        waiting.has_chart = False
    is_first_chart = not waiting.has_chart and _is_chart(more.get("forward_msg"))
    waiting.has_chart |= is_first_chart
    hand_over = _soon if is_first_chart else _in_a_moment
    hand_over(self, partial(self._handle_scriptrunner_event_on_event_loop, sender, event, **more))


def _is_chart(message: ForwardMsg | None) -> bool:
    return message is not None and message.delta.new_element.WhichOneof("type") == "vega_lite_chart"


def _in_a_moment(session: AppSession, callback: Callback) -> None:
    """Hand this over when the loop next takes what waits, or after a moment."""
    waiting = _of(session)
    waiting.callbacks.append(callback)
    if not waiting.is_told and not waiting.is_timed:
        waiting.is_timed = True
        _soon_by_streamlit(session, partial(_set_timer, session, waiting))


def _set_timer(session: AppSession, waiting: _Waiting) -> None:
    session._event_loop.call_later(WAITS_SECONDS, _take_timed, session, waiting)


def _take_timed(session: AppSession, waiting: _Waiting) -> None:
    waiting.is_timed = False
    _take(session, waiting)


def _soon(self: AppSession, callback: Callback) -> None:
    """Hand this over to the event loop, which is woken once for all that waits."""
    waiting = _of(self)
    waiting.callbacks.append(callback)
    if not waiting.is_told:
        _tell(self, waiting)


def _tell(session: AppSession, waiting: _Waiting) -> None:
    waiting.is_told = True
    _soon_by_streamlit(session, lambda: _take(session, waiting))


def _take(session: AppSession, waiting: _Waiting) -> None:
    """Do all that waits; what comes from now on tells the loop anew."""
    waiting.is_told = False
    try:
        while waiting.callbacks:
            waiting.callbacks.popleft()()
    finally:
        # One that failed is the loop's to report, and keeps none of the others.
        if waiting.callbacks:
            _tell(session, waiting)


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
