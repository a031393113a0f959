"""So many requests a minute from one address, where `DASHBOARD_REQUESTS_PER_MINUTE` says how many."""

import threading
import time

from cachetools import TTLCache
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from extracts.refusal import refusal
from queries.sentence import Sentence
from queries.settings import settings

MINUTE = 60
ADDRESSES_KNOWN = 100_000
# One visit asks for more than a hundred of these, and they cost nothing.
FREE = "/static/"


class Rate:
    """Answers 429 to what an address asks beyond its number; a WebSocket counts as one request."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._lock = threading.Lock()
        self._asked: TTLCache[tuple[str, int], int] = TTLCache(ADDRESSES_KNOWN, 2 * MINUTE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is within the number."""
        limit = settings().requests_per_minute
        counts = limit and scope["type"] in ("http", "websocket") and FREE not in scope["path"]
        if not counts or self._count(scope) <= limit:
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": 1008, "reason": "Too many requests."})
        else:
            words = "More than {limit} requests in a minute came from your address. Ask again in a minute."
            await refusal(Request(scope), 429, Sentence(words, limit=limit), {"Retry-After": str(MINUTE)})(
                scope, receive, send
            )

    def _count(self, scope: Scope) -> int:
        """How many this address has asked in the minute that runs."""
        asked = ((scope.get("client") or ("",))[0], int(time.time()) // MINUTE)
        with self._lock:
            self._asked[asked] = self._asked.get(asked, 0) + 1
            return self._asked[asked]
