"""The server itself: a real socket on this machine, a record of requests and a list of faults."""

import logging
import re
import threading
from datetime import timedelta
from types import TracebackType

import werkzeug
from pytest_httpserver import HTTPServer

from tests.official import routes
from tests.official.answer import Answer, Request
from tests.official.exchange import Exchange
from tests.official.faults import Fault
from tests.official.world import World

# Worlds that a path shows alike are answered alike there; more answers than this are never kept.
KEPT_ANSWERS = 256


class Official:
    """All agencies behind one address, for use in a `with` block."""

    def __init__(self, world: World | None = None) -> None:
        logging.getLogger("werkzeug").setLevel(logging.ERROR)
        self._server = HTTPServer(host="127.0.0.1", threaded=True)
        self._server.expect_request(re.compile("")).respond_with_handler(self._respond)
        self._known: dict[str, Answer] = {}
        self._lock = threading.RLock()
        self.stopped = threading.Event()
        self.begin(world or World())

    def begin(self, world: World) -> None:
        """As if just started: another world, no faults, no requests; who still waits is let go."""
        self.stopped.set()
        self.stopped = threading.Event()
        self.world = world
        self.requests: list[Request] = []
        # Of each path, the tag of what it last answered and how many times that has changed.
        self.versions: dict[str, tuple[str, int]] = {}
        self._faults: list[list] = []

    def __enter__(self) -> "Official":
        self._server.start()
        self.url = self._server.url_for("").rstrip("/")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stopped.set()
        self._server.stop()

    def fault(self, path_part: str, fault: Fault, times: int | None = None) -> None:
        """Let the next `times` requests whose path contains `path_part` fail; None means until `clear`."""
        with self._lock:
            self._faults.append([path_part, fault, times])

    def clear(self) -> None:
        """All is well again on the way; faults of the world stay."""
        with self._lock:
            self._faults.clear()

    def asked(self, path_part: str = "") -> list[Request]:
        """The requests whose path contains this, in order."""
        return [request for request in self.requests if path_part in request.path]

    def _respond(self, asked: werkzeug.Request) -> werkzeug.Response:
        request = Request(asked.method, asked.environ["RAW_URI"], dict(asked.headers), asked.get_data())
        with self._lock:
            fault, answer = self._noted(request), self._answer(request)
            exchange = Exchange(
                asked, self.world.modified + timedelta(hours=self._changes(request, answer)), self.stopped
            )
        return fault(answer, exchange) if fault else exchange.respond(answer)

    def _noted(self, request: Request) -> Fault | None:
        """Write the request down and say which fault it meets."""
        self.requests.append(request)
        for entry in self._faults:
            if entry[0] in request.path and entry[2] != 0:
                entry[2] = None if entry[2] is None else entry[2] - 1
                return entry[1]
        return None

    def _answer(self, request: Request) -> Answer:
        """The right answer, remembered until what the path shows of the world changes."""
        key = repr((self.world.at(request.path), request.method, request.path, request.body, routes.keys_of(request)))
        if key not in self._known:
            while len(self._known) >= KEPT_ANSWERS:
                self._known.pop(next(iter(self._known)))
            self._known[key] = routes.answer(self.world, request, self.url)
        return self._known[key]

    def _changes(self, request: Request, answer: Answer) -> int:
        """How many times what this path answers has changed."""
        tag, count = self.versions.get(request.path, (answer.etag, 0))
        count += tag != answer.etag
        self.versions[request.path] = (answer.etag, count)
        return count
