"""The server of tools at `/mcp`: made when it is first asked, read-only, without sessions, within the same limits."""

import logging
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any

from anyio import move_on_after, to_thread
from pydantic import Field
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.routing import Route
from starlette.types import Message, Receive, Scope, Send

import queries
from data import catalog, editions
from extracts.address import site
from extracts.assistants import answers
from extracts.queue import Full
from extracts.refusal import broken, refusal
from extracts.serving import QUEUE
from extracts.version import version
from queries.sentence import Sentence
from queries.settings import settings

if TYPE_CHECKING:
    from mcp.server.mcpserver import MCPServer

LOG = logging.getLogger(__name__)
PATH = "/mcp"
LARGEST_REQUEST = 64 * 1024
INSTRUCTIONS = (
    "Figures on Canada, Mexico and the United States between them: trade, tariffs on any date, investment, people, "
    "events, the agenda, press claims. Every answer carries its sources, caveats, citation and address: pass them on. "
    "Amounts are in the unit of their column. Where rows are missing, say so."
)
Language = Annotated[str, Field(description="en, fr or es")]


def _server() -> "MCPServer":
    from mcp.server.mcpserver import Context, MCPServer
    from mcp.server.mcpserver.exceptions import ToolError
    from mcp.types import ToolAnnotations

    server = MCPServer("canada-mexico-dashboard", version=version(), instructions=INSTRUCTIONS)
    reads = ToolAnnotations(read_only_hint=True, open_world_hint=False)

    async def told(context: Context, language: str, make: Callable[..., Any], *given: Any) -> Any:
        """What `make` answers in its turn, with the site's address and the language; a sentence where it cannot."""
        asked = context.request_context.request
        at = site(asked.scope) if asked else ""
        spoken = language if language in catalog.LANGUAGES else "en"

        def made() -> Any:
            editions.pin()
            return make(*given, site=at, language=spoken)

        try:
            with QUEUE.place():
                return await to_thread.run_sync(made, limiter=QUEUE.threads)
        except (queries.BrokenHeader, queries.BrokenQuery, catalog.Mistakes) as error:
            LOG.error("%s is not answered: %s", PATH, error)
            raise ToolError(broken(error.file).says(spoken)) from error
        except (queries.QueryError, Full) as error:
            raise ToolError(error.sentence.says(spoken)) from error

    @server.tool(annotations=reads)
    async def list_queries(context: Context, words: str = "", language: Language = "en") -> list[dict[str, str]]:
        """Questions that can be asked, those that hold all of these English words; all of them without words."""
        return await told(context, language, answers.listed, words)

    @server.tool(annotations=reads)
    async def describe_query(context: Context, query: str, language: Language = "en") -> dict[str, Any]:
        """What a query asks, its parameters with allowed values, its columns with units, and an example."""
        return await told(context, language, answers.described, query)

    @server.tool(annotations=reads)
    async def run_query(
        context: Context,
        query: str,
        parameters: dict[str, Any] | None = None,
        rows: Annotated[int, Field(ge=1, le=answers.ROWS)] = 50,
        language: Language = "en",
    ) -> dict[str, Any]:
        """The rows of a query with units, sources, caveats, citation, and the address of all of them as CSV."""
        return await told(context, language, answers.run, query, parameters or {}, rows)

    @server.tool(annotations=reads)
    async def product_duty(
        context: Context,
        product: Annotated[str, Field(description="a plain name, such as tomatoes, or the beginning of an HS code")],
        country: Annotated[str, Field(description="three letters (ISO): CAN, MEX, …")],
        date: Annotated[str, Field(description="YYYY-MM-DD; empty: the last day that the rules cover")] = "",
        language: Language = "en",
    ) -> dict[str, Any]:
        """The whole U.S. duty on a product of a country on a day, trade remedies included, with the law behind it."""
        return await told(context, language, answers.product_duty, product, country, date)

    @server.tool(annotations=reads)
    async def check_claim(context: Context, statement: str, language: Language = "en") -> dict[str, Any]:
        """Whether a statement holds: claims of the press like it, recomputed, and its own figure held against ours."""
        return await told(context, language, answers.checked, statement)

    return server


@cache
def _made() -> "MCPServer":
    # It tells of every transport that opens and closes, and requests are logged already.
    logging.getLogger("mcp").setLevel(logging.WARNING)
    handlers, level = list(logging.root.handlers), logging.root.level
    server = _server()
    # It would have all that is logged from here on, ours too, written as for a terminal, in boxes.
    logging.root.handlers[:] = handlers
    logging.root.setLevel(level)
    return server


async def _sent(receive: Receive) -> bytes | None:
    """What a request says, no more than just too much of it; None where it is not sent in time or broken off."""
    body = b""
    with move_on_after(settings().head_seconds):
        while (message := await receive())["type"] == "http.request":
            body += message.get("body", b"")
            if len(body) > LARGEST_REQUEST or not message.get("more_body", False):
                return body
    return None


class Assistants:
    """Every request has a transport of its own, so that nothing is kept between two of them.

    GET would open a stream on which nothing is ever told, so it is 405, as the protocol allows.
    """

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; the library is loaded by the first."""
        if scope["method"] != "POST":
            said = Sentence("Assistants ask this address by POST; there is nothing to be read here.")
            await refusal(Request(scope), 405, said, {"Allow": "POST, OPTIONS"})(scope, receive, send)
            return
        if (body := await _sent(receive)) is None:
            said = Sentence("The request was not sent whole within {n} seconds.", n=f"{settings().head_seconds:g}")
            await refusal(Request(scope), 408, said, {"Connection": "close"})(scope, receive, send)
            return
        whole: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

        async def again() -> Message:
            return whole.pop() if whole else await receive()

        server = await to_thread.run_sync(_made)
        from mcp.server.transport_security import TransportSecuritySettings

        app: Starlette = server.streamable_http_app(
            streamable_http_path=PATH,
            json_response=True,
            stateless_http=True,
            max_request_body_size=LARGEST_REQUEST,
            # The same is told to everybody; who asks by which name of this host is all one.
            transport_security=TransportSecuritySettings(enable_dns_rebinding_protection=False),
        )
        async with app.router.lifespan_context(app):
            await app({**scope, "path": PATH, "root_path": ""}, again, send)


OPEN = Middleware(
    CORSMiddleware,
    allow_origins=["*"],
    allow_methods=["POST"],
    allow_headers=["*"],
    expose_headers=["*"],
)
ROUTES = [Route(PATH, Assistants(), methods=["GET", "POST", "DELETE", "OPTIONS"], middleware=[OPEN])]
