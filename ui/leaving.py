"""Who has left, or asks for another state already, has the query of the page that nobody waits for interrupted."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from streamlit.runtime.scriptrunner_utils import script_requests
from streamlit.runtime.scriptrunner_utils.script_requests import ScriptRequests, ScriptRequestType
from streamlit.runtime.scriptrunner_utils.script_run_context import get_script_run_ctx

from queries import Cancellation

LOOKS_EVERY_SECONDS = 0.1


class Watch:
    """Looks at the pages under way, in a thread of its own: Streamlit ends one only where it draws the next element."""

    def __init__(self) -> None:
        self._under_way: dict[Cancellation, ScriptRequests] = {}
        self._is_looking = False
        self._lock = threading.Lock()

    @contextmanager
    def page(self, requests: ScriptRequests | None = None) -> Iterator[None]:
        """A page is being drawn: its queries end when nobody waits for it any more."""
        context = get_script_run_ctx()
        requests = requests or (context.script_requests if context else None)
        if requests is None:
            yield
            return
        cancellation = Cancellation()
        with self._lock:
            self._under_way[cancellation] = requests
            if not self._is_looking:
                self._is_looking = True
                threading.Thread(target=self._look, name="leaving", daemon=True).start()
        try:
            with cancellation.applied():
                yield
        finally:
            with self._lock:
                del self._under_way[cancellation]

    def _look(self) -> None:
        """Look until no page is under way."""
        while True:
            time.sleep(LOOKS_EVERY_SECONDS)
            with self._lock:
                under_way = list(self._under_way.items())
                if not under_way:
                    self._is_looking = False
                    return
            for cancellation, requests in under_way:
                if _is_to_end(requests):
                    cancellation.cancel()


def _is_to_end(requests: ScriptRequests) -> bool:
    """Whether Streamlit would end the run at its next element: the session has closed, or another run is asked for."""
    if requests._state == ScriptRequestType.RERUN:
        again = requests._rerun_data
        return not script_requests._fragment_run_should_not_preempt_script(
            again.fragment_id_queue, again.is_fragment_scoped_rerun
        )
    return requests._state == ScriptRequestType.STOP


WATCH = Watch()
