"""So many extracts at once, off the event loop, so many more that wait; one whose reader leaves is stopped."""

import asyncio
from collections.abc import Callable

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from queries import Cancellation
from queries.settings import settings

AGAIN_SECONDS = 0.05


class Queue:
    """Makes answers in threads of its own number."""

    def __init__(self, at_once: int, waiting: int) -> None:
        self._threads = CapacityLimiter(at_once)
        self._places = at_once + waiting
        self._taken = 0

    async def answer(self, request: Request, make: Callable[[Request], Response]) -> Response:
        """What `make` answers, in its turn; 429 where as many wait already as may."""
        if self._taken >= self._places:
            later = str(round(settings().query_seconds) or 1)
            return PlainTextResponse(
                f"Too many extracts are being made. Ask again in {later} seconds.", 429, {"Retry-After": later}
            )
        self._taken += 1
        cancellation = Cancellation()
        watching = asyncio.create_task(_cancel_when_left(request, cancellation))

        def made() -> Response:
            with cancellation.applied():
                return make(request)

        try:
            return await to_thread.run_sync(made, limiter=self._threads)
        finally:
            watching.cancel()
            self._taken -= 1


async def _cancel_when_left(request: Request, cancellation: Cancellation) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
    while True:
        cancellation.cancel()
        await asyncio.sleep(AGAIN_SECONDS)
