"""What can go wrong on the way: each function makes a fault to hand to `Official.fault`."""

import io
import itertools
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Protocol

from tests.official.answer import Answer, page, zip_bytes

BLOCK = 64 * 1024


class Wire(Protocol):
    """The connection as a fault may use it."""

    def send(self, answer: Answer, at_most: int | None = None) -> None:
        """Answer as asked for (part, condition); close after so many bytes of the body."""

    def stream(self, blocks: Iterator[bytes], length: int | None = None) -> None:
        """Send blocks until they end or the client leaves; chunked if no length is announced."""

    def wait(self, seconds: float) -> None:
        """Do nothing for so long, or until the server stops."""

    def drop(self) -> None:
        """Close the connection without a word."""


Fault = Callable[[Answer, Wire], None]


def status(code: int, retry_after: int | str | None = None) -> Fault:
    """An error page with this code; `retry_after` in seconds or as an HTTP date."""
    headers = {} if retry_after is None else {"Retry-After": str(retry_after)}
    return lambda answer, wire: wire.send(replace(page(f"Error {code}", code), headers=headers))


def html_with_200(title: str = "The page you are looking for cannot be found") -> Fault:
    """A page for people where data were expected, with a code that says all is well."""
    return lambda answer, wire: wire.send(page(title))


def cut_after(n_bytes: int) -> Fault:
    """The full length announced, the connection closed after so many bytes."""
    return lambda answer, wire: wire.send(answer, at_most=n_bytes)


def stall(seconds: float) -> Fault:
    """Silence first, then the right answer."""

    def fault(answer: Answer, wire: Wire) -> None:
        wire.wait(seconds)
        wire.send(answer)

    return fault


def trickle(seconds: float, block: int = 1) -> Fault:
    """The right answer, a few bytes at a time with a pause after each."""

    def blocks(body: bytes, wire: Wire) -> Iterator[bytes]:
        for start in range(0, len(body), block):
            yield body[start : start + block]
            wire.wait(seconds)

    return lambda answer, wire: wire.stream(blocks(answer.body, wire), len(answer.body))


def redirect(url: str, code: int = 302) -> Fault:
    """Sent elsewhere."""
    return lambda answer, wire: wire.send(Answer(status=code, headers={"Location": url}))


def announced_size(n_bytes: int) -> Fault:
    """A huge length announced, and zeros sent slowly until the client leaves."""
    return lambda answer, wire: wire.stream(_slowly(wire), n_bytes)


def endless() -> Fault:
    """No length announced, and zeros sent until the client leaves."""
    return lambda answer, wire: wire.stream(_slowly(wire))


def bytes_changed(change: Callable[[bytes], bytes]) -> Fault:
    """Another body with a length that fits it, such as a zip that lost its end."""
    return lambda answer, wire: wire.send(replace(answer, body=change(answer.body)))


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
    return lambda answer, wire: wire.drop()


def wavering_etag() -> Fault:
    """Two servers behind one address that name the same bytes differently, in turn."""
    turns = itertools.cycle(['"0a"', '"0b"'])
    return lambda answer, wire: wire.send(replace(answer, headers={**answer.headers, "ETag": next(turns)}))


def no_ranges() -> Fault:
    """A server that knows neither parts nor conditions."""
    return lambda answer, wire: wire.stream(iter([answer.body]), len(answer.body))


def _slowly(wire: Wire) -> Iterator[bytes]:
    while True:
        yield bytes(BLOCK)
        wire.wait(0.002)
