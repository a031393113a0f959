"""The edge of the site: the language of the shell, and imports done before the first reader comes."""

import gc
import hashlib
import importlib
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from typing import Any
from urllib.parse import parse_qs

from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from data.catalog import Mistakes
from data.preferred import chosen
from extracts.address import site
from queries import QueryError, journal
from queries.settings import settings
from ui import addresses, failure, first_screen, head, headers, lean_session, shell
from ui.compressed import Compressed, smaller
from ui.gate import Gate
from ui.patience import limit_heads
from ui.rate import Rate
from ui.request_log import RequestLog

LOG = logging.getLogger(__name__)
HEAVY = (
    "pyarrow",
    "babel.dates",
    "babel.numbers",
    "streamlit.elements.vega_charts",
    "extracts",
    "ui.charts.bars",
    "ui.charts.events",
    "ui.charts.flows",
    "ui.charts.lines",
    "ui.charts.timeline",
)


class Edge:
    """Adds the headers to every answer; answers pages with a shell written for their reader, others with 404."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on unless it asks for a page; look only at http answers."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        answers_itself = False

        async def forward(message: Message) -> None:
            nonlocal answers_itself
            if answers_itself:
                return
            if message["type"] == "http.response.start" and _is_html(message):
                # Streamlit has its shell for every address it does not know.
                answers_itself = True
                await _not_found(scope)(scope, receive, with_headers)
            else:
                await with_headers(message)

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                ours = headers.of(scope, Headers(raw=message["headers"]).get("content-type", ""))
                names = {name for name, _ in ours}
                kept = [pair for pair in message["headers"] if pair[0].lower() not in names]
                message["headers"] = [*kept, *ours]
            await send(message)

        page = addresses.page_at(scope)
        if page and scope["method"] in ("GET", "HEAD"):
            await _page(page, scope)(scope, receive, with_headers)
        else:
            await self.app(scope, receive, forward)


def _is_html(message: Message) -> bool:
    """Whether an answer is Streamlit's shell: a page of our own says in which language it is."""
    sent = Headers(raw=message["headers"])
    return sent.get("content-type", "").startswith("text/html") and "content-language" not in sent


def _page(page: str, scope: Scope) -> Response:
    """The shell of a page; the sentence that names it where a file is broken that the shell itself needs."""
    chosen, language = scope["query_string"].decode("latin-1"), _language(scope)
    try:
        first = first_screen.of(page, language, chosen, Headers(scope=scope).get("user-agent", ""))
        return _html(shell.written(page, language, site(scope), chosen, first), scope)
    except (QueryError, Mistakes) as error:
        return _broken(error, scope)


def _not_found(scope: Scope) -> Response:
    try:
        return _html(head.not_found(_language(scope)).encode(), scope, 404)
    except (QueryError, Mistakes) as error:
        return _broken(error, scope)


def _broken(error: Exception, scope: Scope) -> Response:
    LOG.error("%s cannot be shown: %s", scope["path"], error)
    return PlainTextResponse(failure.sentence(error, _language(scope)), 503)


def _html(body: bytes, scope: Scope, status: int = 200) -> Response:
    """A page as it stands in one language; 304 for who has it already."""
    asked = Headers(scope=scope)
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    sent = {"etag": tag, "cache-control": "no-cache", "vary": "accept-language, user-agent, accept-encoding"}
    if status == 200 and tag in asked.get("if-none-match", ""):
        return Response(status_code=304, headers=sent)
    if "gzip" in asked.get("accept-encoding", ""):
        return HTMLResponse(smaller(tag, body), status, {**sent, "content-encoding": "gzip"})
    return HTMLResponse(body, status, sent)


def _language(scope: Scope) -> str:
    asked = parse_qs(scope["query_string"].decode("latin-1")).get("lang", [""])[0]
    return chosen(asked, Headers(scope=scope).get("accept-language"))


@asynccontextmanager
async def warm_up(_: Any) -> AsyncIterator[None]:
    """Import what pages need, load the tables and draw one chart before the first reader comes.

    No file keeps the site from starting: /readyz names tables that could not be loaded, the log all else, and pages
    say so.
    """
    journal.set_up()
    limit_heads(settings().head_seconds)
    for module in HEAVY:
        importlib.import_module(module)
    queries = importlib.import_module("queries")
    try:
        importlib.import_module("ui.site").pages()
        queries.ask("trade_balance")
        importlib.import_module("ui.charts.bars").ranked("two_way_cad_m", "partner", ",.1f", 1, "en")
    except (queries.QueryError, Mistakes) as error:
        LOG.error("The site starts without it: %s", error)
    for page in importlib.import_module("ui.site").pages():
        shell.preloads(page)
    lean_session.use()
    gc.collect()
    gc.freeze()
    idle = importlib.import_module("queries.idle").IDLE
    idle.open(settings().made_ahead)
    idle.later(warm_up, partial(queries.unavailable, everything_made=True))
    yield
    # DuckDB lists at length what it finds left when Python ends, and would find all that was frozen.
    gc.unfreeze()


MIDDLEWARE = [
    Middleware(RequestLog),
    Middleware(Edge),
    Middleware(Rate),
    Middleware(Compressed),
    Middleware(Gate),
]
