"""One reader: a session over the websocket that asks for pages as the browser does, and draws nothing."""

import asyncio
import time
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

PATIENCE = 30
FINISHED = {ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY}


@dataclass(frozen=True)
class Wait:
    """How long a reader waited for a whole answer: opening a page, or asking again; `error` where it was none."""

    page: str
    kind: str
    seconds: float
    error: str = ""


class Reader:
    """A session of its own; used as `async with Reader(address, language)`."""

    def __init__(self, address: str, language: str) -> None:
        self.address, self.language = address, language
        self.is_connected = False
        self._socket: ClientConnection
        self._hashes: set[str] = set()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        await self.leave()

    async def leave(self) -> None:
        """Close the page."""
        if self.is_connected:
            self.is_connected = False
            await self._socket.close()

    async def open(self, page: str, query: str) -> Wait:
        """Connect and ask for the first page."""
        start = time.perf_counter()
        try:
            self._socket = await connect(
                f"{self.address.replace('http', 'ws', 1)}/_stcore/stream",
                subprotocols=["streamlit"],  # type: ignore[list-item] # a NewType of str
                additional_headers={"Accept-Language": self.language},
                compression=None,
                max_size=None,
                open_timeout=PATIENCE,
            )
        except (OSError, WebSocketException) as error:
            return Wait(page, "open", time.perf_counter() - start, repr(error)[:120])
        self.is_connected = True
        return await self._answer(page, query, "open", start)

    async def ask(self, page: str, query: str) -> Wait:
        """Ask for another state or page in the same session."""
        return await self._answer(page, query, "rerun", time.perf_counter())

    async def _answer(self, page: str, query: str, kind: str, start: float) -> Wait:
        try:
            await self._socket.send(self._asking(page, query).SerializeToString())
            error = await asyncio.wait_for(self._finished(), PATIENCE)
        except (OSError, WebSocketException) as broken:
            self.is_connected = False
            error = repr(broken)[:120]
        return Wait(page, kind, time.perf_counter() - start, error)

    def _asking(self, page: str, query: str) -> BackMsg:
        message = BackMsg()
        client = message.rerun_script
        client.query_string, client.page_name = query, page
        client.cached_message_hashes.extend(self._hashes)
        client.context_info.url = f"{self.address}/{page}"
        client.context_info.locale = self.language
        return message

    async def _finished(self) -> str:
        """Read until the script has ended; what went wrong, empty where nothing did."""
        error = ""
        while True:
            message = ForwardMsg.FromString(await self._socket.recv())  # type: ignore[arg-type] # always bytes
            if message.metadata.cacheable:
                self._hashes.add(message.hash)
            kind = message.WhichOneof("type")
            if kind == "delta" and message.delta.WhichOneof("type") == "new_element":
                element = message.delta.new_element
                if element.WhichOneof("type") == "exception":
                    error = f"{element.exception.type}: {element.exception.message}"[:120]
                elif element.WhichOneof("type") == "alert" and element.alert.format == element.alert.ERROR:
                    error = element.alert.body[:120]
            elif kind == "script_finished":
                return error if message.script_finished in FINISHED else error or f"ended as {message.script_finished}"
