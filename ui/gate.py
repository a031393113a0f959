"""What is turned away before Streamlit sees it: files for upload, and pages of other sites that open our socket."""

from urllib.parse import urlsplit

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from queries.settings import settings

UPLOADS = "/_stcore/upload_file"
METRICS = "/_stcore/metrics"
DEFAULT_PORTS = {"http": 80, "https": 443}
Place = tuple[str, int]


class Gate:
    """Answers 404 to uploads, which no page asks for, and to measurements, and 403 to handshakes from other origins.

    Streamlit would keep any upload in memory. A handshake whose origin is not its host it answers only after it has
    looked up its own address in the network, and meanwhile answers nobody; so it is told the host found right here.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what may pass."""
        if scope["type"] == "http" and UPLOADS in scope["path"]:
            await PlainTextResponse("This site takes no files.", 404)(scope, receive, send)
        elif scope["type"] == "http" and METRICS in scope["path"] and not settings().metrics:
            await PlainTextResponse("This site keeps its measurements to itself.", 404)(scope, receive, send)
        elif scope["type"] != "websocket" or (origin := _sent(scope, b"origin")) is None:
            await self.app(scope, receive, send)
        elif _is_ours(origin, scope):
            await self.app(_with_host(scope, urlsplit(origin).netloc), receive, send)
        else:
            # Closed before it was accepted: the server answers 403.
            await receive()
            await send({"type": "websocket.close", "code": 1008, "reason": "This origin may not open the site."})


def _sent(scope: Scope, name: bytes) -> str | None:
    return next((value.decode("latin-1") for key, value in scope["headers"] if key.lower() == name), None)


def _with_host(scope: Scope, host: str) -> Scope:
    kept = [(key, value) for key, value in scope["headers"] if key.lower() != b"host"]
    return {**scope, "headers": [*kept, (b"host", host.encode("latin-1"))]}


def _is_ours(origin: str, scope: Scope) -> bool:
    """Whether the page that opens the socket came from the host it opens it on, or from one of the settings."""
    scheme = urlsplit(origin).scheme
    hosts = [_sent(scope, b"host")]
    if settings().forwarded_host:
        hosts.append((_sent(scope, b"x-forwarded-host") or "").split(",")[0].strip())
    ours = {_place(f"{scheme}://{host}") for host in hosts if host} | {_place(known) for known in settings().origins}
    return (asked := _place(origin)) is not None and asked in ours


def _place(origin: str) -> Place | None:
    """Host and port of an origin; None for one that is no address, such as `null`."""
    try:
        parts = urlsplit(origin)
        port = parts.port or DEFAULT_PORTS[parts.scheme]
    except (ValueError, KeyError):
        return None
    return (parts.hostname, port) if parts.hostname else None
