"""Pages and Streamlit's scripts and styles are sent compressed: a first visit would be four megabytes, not one."""

import gzip
import threading
from functools import cache
from pathlib import Path

import streamlit as st
from cachetools import LRUCache
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

STATIC = Path(st.__file__).parent / "static"
KINDS = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
# Their names hold a hash of what is in them.
HEADERS = {
    "Content-Encoding": "gzip",
    "Vary": "Accept-Encoding",
    "Cache-Control": "public, immutable, max-age=31536000",
}
PAGES_BYTES = 2 * 1024 * 1024
_pages: LRUCache[str, bytes] = LRUCache(PAGES_BYTES, len)
_lock = threading.Lock()


@cache
def files() -> dict[str, Path]:
    """The files that are worth it, by their address."""
    found = (path for path in (STATIC / "static").rglob("*") if path.suffix in KINDS)
    return {f"/{path.relative_to(STATIC).as_posix()}": path for path in found}


# Each is made when it is first asked for: a first visit asks for 120.
_answers: dict[str, Response] = {}


def _compress(address: str) -> None:
    path = files()[address]
    content = gzip.compress(path.read_bytes(), mtime=0)
    _answers[address] = Response(content, headers=HEADERS, media_type=KINDS[path.suffix])


def smaller(tag: str, page: bytes) -> bytes:
    """A page compressed, which is known by its tag for a while."""
    with _lock:
        known = _pages.get(tag)
    if known is None:
        known = gzip.compress(page, mtime=0)
        with _lock:
            _pages[tag] = known
    return known


class Compressed:
    """Answers for Streamlit's scripts and styles where the browser takes gzip; all else is passed on."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer or pass on."""
        address = scope.get("path", "")
        is_ours = scope["type"] == "http" and scope["method"] == "GET" and address in files()
        if is_ours and "gzip" in Headers(scope=scope).get("accept-encoding", ""):
            if address not in _answers:
                await run_in_threadpool(_compress, address)
            await _answers[address](scope, receive, send)
        else:
            await self.app(scope, receive, send)
