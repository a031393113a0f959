"""So many extracts at once, off the event loop, so many more that wait; one whose reader leaves is stopped."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import Response

from extracts.refusal import refusal
from queries import Cancellation
from queries.sentence import Sentence
from queries.settings import settings

AGAIN_SECONDS = 0.05


class Full(Exception):
    """As many wait already as may."""

    def __init__(self) -> None:
        self.seconds = round(settings().query_seconds) or 1
        self.sentence = Sentence("Too many extracts are being made. Ask again in {later} seconds.", later=self.seconds)
        super().__init__(str(self.sentence))


class Queue:
    """Makes answers in threads of its own number."""

    def __init__(self, at_once: int, waiting: int) -> None:
        self.threads = CapacityLimiter(at_once)
        self._places = at_once + waiting
        self._taken = 0

    @contextmanager
    def place(self) -> Iterator[None]:
        """A place among those that are made or wait. Raises Full."""
        if self._taken >= self._places:
            raise Full
        self._taken += 1
        try:
            yield
        finally:
            self._taken -= 1

    async def answer(self, request: Request, make: Callable[[Request], Response]) -> Response:
        """What `make` answers, in its turn; 429 where as many wait already as may."""
        try:
            with self.place():
                return await self._made(request, make)
        except Full as error:
            return refusal(request, 429, error.sentence, {"Retry-After": str(error.seconds)})

    async def _made(self, request: Request, make: Callable[[Request], Response]) -> Response:
        cancellation = Cancellation()
        watching = asyncio.create_task(_cancel_when_left(request, cancellation))

        def made() -> Response:
            with cancellation.applied():
                return make(request)

        try:
            return await to_thread.run_sync(made, limiter=self.threads)
        finally:
            watching.cancel()


async def _cancel_when_left(request: Request, cancellation: Cancellation) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
    while True:
        cancellation.cancel()
        await asyncio.sleep(AGAIN_SECONDS)
