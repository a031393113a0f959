"""How long a connection may take to say what it asks for: uvicorn itself waits for ever."""

from functools import cache
from typing import Any

from uvicorn.protocols.http.auto import AutoHTTPProtocol


@cache
def limit_heads(seconds: float) -> None:
    """From here on uvicorn closes a connection on which no whole head of a request has come after so many seconds.

    A request that is whole may take as long as its answer takes. uvicorn has no setting for it (0.54); its own timeout
    begins after an answer and ends with the next byte.
    """
    protocol: Any = AutoHTTPProtocol
    made, received = protocol.connection_made, protocol.data_received

    def connection_made(self: Any, transport: Any) -> None:
        made(self, transport)
        self.head_timer = None
        _expect_head(self, seconds)

    def data_received(self: Any, data: bytes) -> None:
        before = self.cycle
        received(self, data)
        if self.cycle is not before:
            _stop_waiting(self)
        elif self.cycle is None or self.cycle.response_complete:
            _expect_head(self, seconds)

    protocol.connection_made, protocol.data_received = connection_made, data_received


def _expect_head(connection: Any, seconds: float) -> None:
    if connection.head_timer is None:
        connection.head_timer = connection.loop.call_later(seconds, _close, connection, connection.cycle)


def _stop_waiting(connection: Any) -> None:
    if connection.head_timer is not None:
        connection.head_timer.cancel()
        connection.head_timer = None


def _close(connection: Any, last: Any) -> None:
    """Close unless a request has begun since, or the connection became a WebSocket."""
    connection.head_timer = None
    if connection.cycle is last and connection.transport.get_protocol() is connection:
        connection.transport.close()
