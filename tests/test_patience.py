"""A request that is never finished does not keep its connection; one that is whole has its time."""

import http.client
import socket
import threading
import time

import anyio
import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from uvicorn.protocols.http.auto import AutoHTTPProtocol
from websockets.sync.client import connect

from ui.patience import limit_heads

SECONDS = 0.3


async def slow(_):
    await anyio.sleep(2 * SECONDS)
    return PlainTextResponse("whole")


async def quiet(websocket):
    await websocket.accept()
    await anyio.sleep(2 * SECONDS)
    await websocket.send_text("still open")


@pytest.fixture(scope="module")
def port():
    """A server with this patience."""
    with pytest.MonkeyPatch.context() as patch, socket.socket() as listening:
        for name in ("connection_made", "data_received"):
            patch.setattr(AutoHTTPProtocol, name, getattr(AutoHTTPProtocol, name))
        limit_heads.__wrapped__(SECONDS)
        listening.bind(("127.0.0.1", 0))
        app = Starlette(routes=[Route("/", slow), WebSocketRoute("/quiet", quiet)])
        server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
        running = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        running.start()
        while not server.started:
            time.sleep(0.01)
        yield listening.getsockname()[1]
        server.should_exit = True
        running.join()


@pytest.mark.parametrize("sent", [b"", b"GET / HT", b"GET / HTTP/1.1\r\nHost: x\r\nX-More: "])
def test_a_half_sent_request_is_closed(port, sent):
    with socket.create_connection(("127.0.0.1", port), timeout=30) as half:
        half.sendall(sent)
        assert half.recv(100) == b""


def test_a_head_that_drips_is_closed(port):
    closed = False
    with socket.create_connection(("127.0.0.1", port), timeout=SECONDS / 10) as dripping:
        dripping.sendall(b"GET / HTTP/1.1\r\n")
        for _ in range(1000):
            try:
                dripping.sendall(b"X-More: 1\r\n")
                closed = dripping.recv(100) == b""
            except TimeoutError:
                continue
            except OSError:
                closed = True
            if closed:
                break
    assert closed


def test_a_whole_request_and_a_socket_have_their_time(port):
    whole = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    for _ in range(2):
        whole.request("GET", "/")
        assert whole.getresponse().read() == b"whole"
    whole.close()
    with connect(f"ws://127.0.0.1:{port}/quiet") as opened:
        assert opened.recv(timeout=30) == "still open"
