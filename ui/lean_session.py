"""What Streamlit does in a session more often than it need, done once."""

import asyncio
from collections import deque
from collections.abc import Callable
from functools import cache

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.runtime import Runtime

Callback = Callable[[], None]

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
    """What a script has for the event loop, in order, and whether the loop has been told that there is something."""

    def __init__(self) -> None:
        self.callbacks: deque[Callback] = deque()
        self.is_told = False


def _soon(self: AppSession, callback: Callback) -> None:
    """Hand this over to the event loop, which is woken once for all that waits.

    Streamlit wakes it for each of some fifty messages of a run, and each time the script lets go of Python and waits
    for the loop to have its turn.
    """
    waiting: _Waiting = vars(self).setdefault("_waiting", _Waiting())
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
    AppSession._call_soon_on_event_loop = _soon
    AppSession._enqueue_forward_msg = _enqueue
