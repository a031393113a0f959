"""One client's connection: reads requests, answers them whole, in part or not at all."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from http.server import BaseHTTPRequestHandler

from tests.official.answer import Answer, Request

FIRST_MODIFIED = datetime(2026, 11, 4, 13, 30, tzinfo=UTC)
OK, PART, NOT_MODIFIED, NOT_SATISFIABLE = 200, 206, 304, 416


class Connection(BaseHTTPRequestHandler):
    """Speaks HTTP/1.1 with parts and conditions, as the agencies' servers do."""

    protocol_version = "HTTP/1.1"
    server_version = "Official"
    sys_version = ""
    disable_nagle_algorithm = True
    timeout = 30

    def setup(self) -> None:
        super().setup()
        self.official = self.server.official  # type: ignore[attr-defined]
        self.forget = self.official.opened(self.connection)

    def finish(self) -> None:
        self.forget()
        super().finish()

    def log_message(self, *_: object) -> None:
        """Requests are kept in a list, not printed."""

    def _serve(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        headers = dict(self.headers.items())
        self.request_seen = Request(self.command, self.path, headers, body)
        fault = self.official.noted(self.request_seen)
        answer = self.official.answer(self.request_seen)
        if fault:
            fault(answer, self)
        else:
            self.send(answer)

    do_GET = do_HEAD = do_POST = _serve  # noqa: N815

    def send(self, answer: Answer, at_most: int | None = None) -> None:
        """Answer as asked for (part, condition); close after so many bytes of the body."""
        validators = self._validators(answer)
        status, body = answer.status, answer.body
        extra: dict[str, str] = {}
        if status == OK and self.command != "POST":
            status, body, extra = self._as_asked(answer, validators)
        self._head(status, {"Content-Type": answer.kind, **validators, **extra}, len(body))
        if self.command == "HEAD" or status == NOT_MODIFIED:
            return
        self.wfile.write(body if at_most is None else body[:at_most])
        if at_most is not None and at_most < len(body):
            self.close_connection = True

    def _validators(self, answer: Answer) -> dict[str, str]:
        if answer.status != OK or self.command == "POST":
            return dict(answer.headers)
        changes = self.official.version(self.path, answer.etag)
        modified = format_datetime(FIRST_MODIFIED + timedelta(hours=changes), usegmt=True)
        return {"ETag": answer.etag, "Last-Modified": modified, "Accept-Ranges": "bytes", **answer.headers}

    def _as_asked(self, answer: Answer, validators: dict[str, str]) -> tuple[int, bytes, dict[str, str]]:
        if self._unchanged(validators):
            return NOT_MODIFIED, b"", {}
        wanted = self.headers.get("Range")
        condition = self.headers.get("If-Range")
        if not wanted or (condition and condition not in (validators["ETag"], validators["Last-Modified"])):
            return OK, answer.body, {}
        part = asked_part(wanted, len(answer.body))
        if part is None:
            return OK, answer.body, {}
        size = len(answer.body)
        if part[0] >= size or part[0] > part[1]:
            return NOT_SATISFIABLE, b"", {"Content-Range": f"bytes */{size}"}
        span = {"Content-Range": f"bytes {part[0]}-{part[1]}/{size}"}
        return PART, answer.body[part[0] : part[1] + 1], span

    def _unchanged(self, validators: dict[str, str]) -> bool:
        tags = self.headers.get("If-None-Match")
        if tags is not None:
            return validators["ETag"] in [tag.strip().removeprefix("W/") for tag in tags.split(",")] or tags == "*"
        since = self.headers.get("If-Modified-Since")
        if since is None:
            return False
        return parsedate_to_datetime(since) >= parsedate_to_datetime(validators["Last-Modified"])

    def stream(self, blocks: Iterator[bytes], length: int | None = None) -> None:
        """Send blocks until they end or the client leaves; chunked if no length is announced."""
        self.close_connection = True
        self._head(OK, {"Content-Type": "application/octet-stream", "Connection": "close"}, length)
        sent = 0
        for block in blocks:
            if self.official.stopped.is_set() or (length is not None and sent >= length):
                return
            piece = block if length is None else block[: length - sent]
            self.wfile.write(piece if length is not None else b"%x\r\n%s\r\n" % (len(piece), piece))
            sent += len(piece)
        if length is None:
            self.wfile.write(b"0\r\n\r\n")

    def _head(self, status: int, headers: dict[str, str], length: int | None) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if length is None:
            self.send_header("Transfer-Encoding", "chunked")
        elif status not in (NOT_MODIFIED, 204):
            self.send_header("Content-Length", str(length))
        self.end_headers()

    def wait(self, seconds: float) -> None:
        """Do nothing for so long, or until the server stops."""
        self.official.stopped.wait(seconds)

    def drop(self) -> None:
        """Close the connection without a word."""
        self.close_connection = True


def asked_part(wanted: str, size: int) -> tuple[int, int] | None:
    """First and last byte of a single range; None if it is none."""
    unit, _, span = wanted.partition("=")
    first, dash, last = span.partition("-")
    if unit.strip() != "bytes" or not dash or "," in span or not (first + last).strip().isdigit():
        return None
    if not first:
        return max(0, size - int(last)), size - 1
    return int(first), min(int(last), size - 1) if last else size - 1
