"""The edge of the site: headers, the language of the shell, and imports done before the first reader comes."""

import gc
import importlib
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from typing import Any
from urllib.parse import parse_qs

from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from data.catalog import LANGUAGES
from ui import shell
from ui.gate import Gate
from ui.language import preferred

LOG = logging.getLogger(__name__)
HEAVY = (
    "pyarrow",
    "babel.dates",
    "babel.numbers",
    "streamlit.elements.vega_charts",
    "extracts",
    "ui.charts.bars",
    "ui.charts.flows",
    "ui.charts.lines",
    "ui.charts.timeline",
)


@cache
def content_security_policy() -> str:
    """Only this host may give scripts, styles, fonts and data; the shell's inline scripts are known by their hashes."""
    return "; ".join(
        [
            "default-src 'self'",
            f"script-src 'self' 'wasm-unsafe-eval' {' '.join(shell.inline_scripts())}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self' ws: wss:",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'self'",
        ]
    )


def headers() -> list[tuple[bytes, bytes]]:
    """The headers every answer carries."""
    return [
        (b"content-security-policy", content_security_policy().encode()),
        (b"x-content-type-options", b"nosniff"),
        (b"referrer-policy", b"strict-origin-when-cross-origin"),
        (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
        (b"cross-origin-opener-policy", b"same-origin"),
    ]


class Edge:
    """Adds the headers to every answer and has the shell written for its reader."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; look only at http answers."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        language = _language(scope)
        is_shell = False

        async def forward(message: Message) -> None:
            nonlocal is_shell
            if message["type"] == "http.response.start":
                kept = [pair for pair in message["headers"] if pair[0].lower() not in dict(headers())]
                is_shell = dict(kept).get(b"content-type", b"").startswith(b"text/html")
                if is_shell:
                    # The shell grows by what is written into it, so its announced length is taken back.
                    kept = [pair for pair in kept if pair[0].lower() != b"content-length"]
                    kept.append((b"vary", b"accept-language"))
                message["headers"] = [*kept, *headers()]
            elif is_shell:
                message["body"] = shell.written(message.get("body", b""), language)
            await send(message)

        await self.app(_uncompressed(scope), receive, forward)


def _uncompressed(scope: Scope) -> Scope:
    """A request for a page, not a file, asks for plain text, so that the shell can be rewritten."""
    if "." in scope["path"].rpartition("/")[2]:
        return scope
    kept = [pair for pair in scope["headers"] if pair[0].lower() != b"accept-encoding"]
    return {**scope, "headers": kept}


def _language(scope: Scope) -> str:
    asked = parse_qs(scope["query_string"].decode("latin-1")).get("lang", [""])[0]
    sent = dict(scope["headers"]).get(b"accept-language", b"").decode("latin-1")
    return asked if asked in LANGUAGES else preferred(sent)


@asynccontextmanager
async def warm_up(_: Any) -> AsyncIterator[None]:
    """Import what pages need, load the tables and draw one chart before the first reader comes.

    No table keeps the site from starting: /readyz names those that could not be loaded, and pages say so.
    """
    for module in HEAVY:
        importlib.import_module(module)
    importlib.import_module("ui.site").pages()
    queries = importlib.import_module("queries")
    try:
        queries.ask("trade_balance")
    except queries.QueryError as error:
        LOG.warning("The site starts without it: %s", error)
    shell.preloads()
    importlib.import_module("ui.charts.bars").ranked("two_way_cad_m", "partner", ",.1f", 1, "en")
    gc.collect()
    gc.freeze()
    yield


MIDDLEWARE = [Middleware(Edge), Middleware(Gate)]
