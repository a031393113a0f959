"""One request and what becomes of it on the wire: answered as asked for, in part, slowly or not at all."""

import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from werkzeug import Request, Response
from werkzeug.exceptions import RequestedRangeNotSatisfiable

from tests.official.answer import Answer


@dataclass(frozen=True)
class Exchange:
    """`modified` is when what is asked for last changed; `stopped` is set when nobody waits for an answer any more."""

    asked: Request
    modified: datetime
    stopped: threading.Event

    def respond(self, answer: Answer) -> Response:
        """The answer, or the part of it that is asked for, or that nothing changed."""
        response = Response(answer.body, answer.status, dict(answer.headers), content_type=answer.kind)
        if answer.status != 200 or self.asked.method == "POST":
            return response
        response.headers.setdefault("ETag", answer.etag)
        response.last_modified = self.modified
        try:
            response.make_conditional(self.asked, accept_ranges=True, complete_length=len(answer.body))
        except RequestedRangeNotSatisfiable as error:
            return error.get_response()
        # The server writes one of its own.
        response.headers.pop("Date", None)
        return response

    def cut(self, answer: Answer, at_most: int) -> Response:
        """The full length announced, the connection closed after so many bytes."""
        response = self.respond(answer)
        start, length = response.get_data()[:at_most], response.content_length
        return self.stream(iter([start]), response, length)

    def stream(self, blocks: Iterator[bytes], response: Response | None = None, length: int | None = None) -> Response:
        """Blocks until they end or the client leaves; chunked if no length is announced."""
        response = response or Response(content_type="application/octet-stream")
        response.response = blocks
        response.headers.pop("Content-Length", None)
        if length is not None:
            response.content_length = length
        return response

    def wait(self, seconds: float) -> None:
        """Do nothing for so long, or until nobody waits any more."""
        self.stopped.wait(seconds)

    def drop(self) -> Response:
        """Close the connection without a word."""
        self.asked.environ["werkzeug.socket"].shutdown(socket.SHUT_RDWR)
        return Response()
