"""The server itself: a real socket on this machine, a record of requests and a list of faults."""

import socket
import sys
import threading
from collections.abc import Callable
from http.server import ThreadingHTTPServer
from types import TracebackType

from tests.official import routes
from tests.official.answer import Answer, Request
from tests.official.connection import Connection
from tests.official.faults import Fault
from tests.official.world import World

# Equal worlds answer equally, so all servers share what was made last; more than this many are never kept.
KEPT_ANSWERS = 48
KEPT: dict[str, Answer] = {}
MAKING = threading.Lock()


class Official:
    """All agencies behind one address, for use in a `with` block."""

    def __init__(self, world: World | None = None) -> None:
        self.world = world or World()
        self.requests: list[Request] = []
        self.stopped = threading.Event()
        self._faults: list[list] = []
        self._versions: dict[str, tuple[str, int]] = {}
        self._open: set[socket.socket] = set()
        self._lock = threading.RLock()
        self._server = _Server(("127.0.0.1", 0), Connection)
        self._server.official = self
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> "Official":
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stopped.set()
        self._server.shutdown()
        self._server.server_close()
        for connection in list(self._open):
            hang_up(connection)

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

    def noted(self, request: Request) -> Fault | None:
        """Write the request down and say which fault it meets."""
        with self._lock:
            self.requests.append(request)
            for entry in self._faults:
                if entry[0] in request.path and entry[2] != 0:
                    entry[2] = None if entry[2] is None else entry[2] - 1
                    return entry[1]
        return None

    def answer(self, request: Request) -> Answer:
        """The right answer, remembered until the world changes."""
        key = repr((self.world, request.method, request.path, request.body, routes.keys_of(request)))
        with MAKING:
            known = KEPT.get(key) or KEPT.get(key + self.url)
            if known:
                return known
            while len(KEPT) >= KEPT_ANSWERS:
                KEPT.pop(next(iter(KEPT)))
            made = routes.answer(self.world, request, self.url)
            own = self.url.encode() in made.body or self.url in str(made.headers)
            KEPT[key + self.url if own else key] = made
            return made

    def version(self, path: str, etag: str) -> int:
        """How many times what this path answers has changed."""
        with self._lock:
            known, count = self._versions.get(path, (etag, 0))
            count += known != etag
            self._versions[path] = (etag, count)
            return count

    def opened(self, connection: socket.socket) -> Callable[[], None]:
        """Remember a connection; call the result when it is closed."""
        self._open.add(connection)
        return lambda: self._open.discard(connection)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    official: Official

    def handle_error(self, request: socket.socket | tuple[bytes, socket.socket], client_address: object) -> None:
        """Clients that leave early are part of the play; anything else is shown."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


def hang_up(connection: socket.socket) -> None:
    """Close both directions, whoever still reads."""
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        return
