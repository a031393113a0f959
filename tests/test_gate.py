"""Uploads are closed, other sites cannot open our socket, and the site never looks its own address up."""

import os
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Mount, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from queries.settings import settings
from ui.gate import Gate

ROOT = Path(__file__).resolve().parents[1]
SOCKET = "/_stcore/stream"


async def stream(websocket):
    await websocket.accept()
    await websocket.send_text(websocket.headers["host"])
    await websocket.close()


INSIDE = [WebSocketRoute(SOCKET, stream), Mount("/", PlainTextResponse("inside"))]
CLIENT = TestClient(Starlette(routes=INSIDE, middleware=[Middleware(Gate)]))


@pytest.fixture
def configured(monkeypatch):
    def configure(**given):
        for name, value in given.items():
            monkeypatch.setenv(f"DASHBOARD_{name.upper()}", value)
        settings.cache_clear()

    yield configure
    monkeypatch.undo()
    settings.cache_clear()


def opened(**headers):
    """The host Streamlit is told when the socket opens with these headers; None where it does not open."""
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        with CLIENT.websocket_connect(SOCKET, headers=sent) as websocket:
            return websocket.receive_text()
    except WebSocketDisconnect:
        return None


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "OPTIONS", "GET"])
@pytest.mark.parametrize("base", ["", "/below/a/base"])
def test_uploads_are_closed(method, base):
    answer = CLIENT.request(method, f"{base}/_stcore/upload_file/session/file", content=b"x")
    assert answer.status_code == 404
    assert CLIENT.request(method, "/_stcore/health").text == "inside"


@pytest.mark.parametrize(
    ("host", "origin"),
    [
        ("site.example", "https://site.example"),
        ("site.example:443", "https://site.example"),
        ("Site.example", "https://site.example"),
        ("localhost:8501", "http://localhost:8501"),
        ("[::1]:8501", "http://[::1]:8501"),
    ],
)
def test_the_sites_own_pages_open_the_socket(host, origin):
    assert opened(host=host, origin=origin) == origin.partition("//")[2]


def test_what_is_no_browser_opens_the_socket():
    assert opened(host="site.example") == "site.example"


@pytest.mark.parametrize(
    ("host", "origin"),
    [
        ("site.example", "https://evil.example"),
        ("site.example", "https://site.example.evil.example"),
        ("site.example", "https://site.example:8443"),
        ("site.example:8501", "http://localhost:8501"),
        ("site.example", "null"),
        ("site.example", ""),
        ("site.example", "https://site.example:port"),
        ("site.example", "file://site.example"),
    ],
)
def test_other_origins_are_refused(host, origin):
    assert opened(host=host, origin=origin) is None


def test_a_proxy_may_say_the_host_only_where_it_is_trusted(configured):
    sent = {"host": "inner:8501", "x_forwarded_host": "site.example, inner", "origin": "https://site.example"}
    assert opened(**sent) is None
    configured(forwarded_host="true")
    assert opened(**sent) == "site.example"
    assert opened(**{**sent, "origin": "https://evil.example"}) is None


def test_an_origin_of_the_settings_is_ours(configured):
    configured(origins="https://site.example, https://other.example")
    assert opened(host="inner:8501", origin="https://other.example") == "other.example"
    assert opened(host="inner:8501", origin="http://other.example") is None


# Every address the process looks up or connects to, a line each.
WATCHED = """
import os, sys
def watch(event, given):
    if event in ("socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"):
        with open(os.environ["WATCHED"], "a") as file:
            print(event, *given[-1:] if event in ("socket.connect", "socket.sendto") else given[:1], file=file)
sys.addaudithook(watch)
"""
HERE = ("127.0.0.1", "localhost", "0.0.0.0", "::", "None")


def handshake(port, origin):
    """The first line of what the site answers to a handshake from this origin."""
    lines = ["GET /_stcore/stream HTTP/1.1", f"Host: localhost:{port}", f"Origin: {origin}", "Upgrade: websocket"]
    lines += ["Connection: Upgrade", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "", ""]
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall("\r\n".join(lines).encode())
        return connection.recv(4096).decode("latin-1").splitlines()[0]


@pytest.fixture(scope="module")
def watched(tmp_path_factory):
    """The site in a process of its own, its port, and the file of what it looked up."""
    folder = tmp_path_factory.mktemp("watched")
    (folder / "sitecustomize.py").write_text(WATCHED)
    seen = folder / "seen"
    seen.touch()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-u", "-m", "streamlit", "run", str(ROOT / "app.py"), "--server.port", str(port)]
    around = {**os.environ, "PYTHONPATH": str(folder), "WATCHED": str(seen)}
    process = subprocess.Popen(
        command, cwd=folder, env=around, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    said = list(iter_until("URL:", process.stdout))
    try:
        assert process.poll() is None, "".join(said)
        yield port, seen
    finally:
        process.terminate()
        process.communicate()


def iter_until(words, lines):
    """Lines up to the first with these words: what the site prints once it listens."""
    for line in lines:
        yield line
        if words in line:
            return


def test_the_site_looks_nothing_up(watched):
    port, seen = watched
    assert " 101 " in handshake(port, f"http://localhost:{port}")
    assert " 403 " in handshake(port, "https://evil.example")
    found = seen.read_text().splitlines()
    assert [line for line in found if not any(name in line for name in HERE)] == []


def test_the_site_takes_no_file(watched):
    port, _ = watched
    asked = urllib.request.Request(f"http://127.0.0.1:{port}/_stcore/upload_file/a/b", b"x", method="PUT")
    with pytest.raises(urllib.error.HTTPError) as error:
        urllib.request.urlopen(asked)
    assert error.value.code == 404
    assert "frame-ancestors 'self'" in error.value.headers["content-security-policy"]
