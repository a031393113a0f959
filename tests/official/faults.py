"""What can go wrong on the way: each function makes a fault to hand to `Official.fault`."""

import io
import itertools
import threading
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace

from werkzeug import Response

from tests.official.answer import Answer, page, zip_bytes
from tests.official.exchange import Exchange

BLOCK = 64 * 1024


Fault = Callable[[Answer, Exchange], Response]


def status(code: int, retry_after: int | str | None = None) -> Fault:
    """An error page with this code; `retry_after` in seconds or as an HTTP date."""
    headers = {} if retry_after is None else {"Retry-After": str(retry_after)}
    return lambda answer, exchange: exchange.respond(replace(page(f"Error {code}", code), headers=headers))


def replied(code: int, body: bytes) -> Fault:
    """An error in the source's own JSON."""
    return lambda answer, exchange: exchange.respond(Answer(body, code))


def html_with_200(title: str = "The page you are looking for cannot be found") -> Fault:
    """A page for people where data were expected, with a code that says all is well."""
    return lambda answer, exchange: exchange.respond(page(title))


def cut_after(n_bytes: int) -> Fault:
    """The full length announced, the connection closed after so many bytes."""
    return lambda answer, exchange: exchange.cut(answer, n_bytes)


def silence(until: threading.Event | None = None) -> Fault:
    """The right answer only when this is set; without it never."""

    def fault(answer: Answer, exchange: Exchange) -> Response:
        (until or exchange.stopped).wait()
        return exchange.respond(answer)

    return fault


def trickle(seconds: float, block: int = 1) -> Fault:
    """The right answer, a few bytes at a time with a pause after each."""

    def blocks(body: bytes, exchange: Exchange) -> Iterator[bytes]:
        for start in range(0, len(body), block):
            yield body[start : start + block]
            exchange.wait(seconds)

    return lambda answer, exchange: exchange.stream(blocks(answer.body, exchange), length=len(answer.body))


def redirect(url: str, code: int = 302) -> Fault:
    """Sent elsewhere."""
    return lambda answer, exchange: exchange.respond(Answer(status=code, headers={"Location": url}))


def announced_size(n_bytes: int) -> Fault:
    """A huge length announced, and zeros sent slowly until the client leaves."""
    return lambda answer, exchange: exchange.stream(_slowly(exchange), length=n_bytes)


def endless() -> Fault:
    """No length announced, and zeros sent until the client leaves."""
    return lambda answer, exchange: exchange.stream(_slowly(exchange))


def bytes_changed(change: Callable[[bytes], bytes]) -> Fault:
    """Another body with a length that fits it, such as a zip that lost its end."""
    return lambda answer, exchange: exchange.respond(replace(answer, body=change(answer.body)))


def member_changed(name: str, change: Callable[[str], str]) -> Fault:
    """A zip in which one member, a text, says something else."""

    def changed(body: bytes) -> bytes:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            members = {each: archive.read(each) for each in archive.namelist()}
        before = members[name].decode()
        members[name] = change(before).encode()
        assert members[name] != before.encode()
        return zip_bytes(members)

    return bytes_changed(changed)


def drop_connection() -> Fault:
    """No answer at all."""
    return lambda answer, exchange: exchange.drop()


def wavering_etag() -> Fault:
    """Two servers behind one address that name the same bytes differently, in turn."""
    turns = itertools.cycle(['"0a"', '"0b"'])
    return lambda answer, exchange: exchange.respond(replace(answer, headers={**answer.headers, "ETag": next(turns)}))


def no_ranges() -> Fault:
    """A server that knows neither parts nor conditions."""
    return lambda answer, exchange: exchange.stream(iter([answer.body]), length=len(answer.body))


def _slowly(exchange: Exchange) -> Iterator[bytes]:
    while True:
        yield bytes(BLOCK)
        exchange.wait(0.002)
