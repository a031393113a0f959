"""A source that does not answer: refused, busy, out of order, asked too much; in its own words where it has any."""

import json
import re
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import httpx2

from data.refresh.answers import host, is_web_page, moment_of
from data.refresh.problems import NotThere, SourceProblem, TryAgain

SHORT_WAIT_SECONDS = 60
LARGEST_MESSAGE, LONGEST_MESSAGE = 4096, 200
MESSAGES = ("errorMessage", "message", "Message", "errorObject", "error", "errors", "detail", "title", "object")
USED_UP = re.compile(r"quota|\b(rate|call|request|usage|daily) limit|limit exceeded|too many|throttl", re.IGNORECASE)
TO_WAIT = re.compile(
    r"replenished in (?:(\d+)\.)?(\d+):(\d\d):(\d\d)|again in (\d+) (second|minute|hour)", re.IGNORECASE
)
SECONDS = {"second": 1, "minute": 60, "hour": 3_600}
BUSY = (httpx2.codes.CONFLICT, httpx2.codes.REQUEST_TIMEOUT, httpx2.codes.TOO_EARLY)


def refuse_errors(response: httpx2.Response, url: str) -> None:
    """Raise where the status is not that of an answer, with the source's own words where it says any.

    TryAgain where waiting can help: a busy source, one that is being updated, a quota that comes back.
    """
    code = response.status_code
    if code in (200, 204, 206):
        return
    said, place = _said(response), urlsplit(url).path
    wait = _retry_after(response.headers.get("retry-after", ""))
    if problem := used_up(host(url), code, said, wait):
        raise problem
    if code in BUSY or code >= 500:
        raise TryAgain(f"{host(url)} is busy (HTTP {code}); try later.{_quoted(said)}", wait)
    if code in (httpx2.codes.NOT_FOUND, httpx2.codes.GONE):
        raise NotThere(f"{host(url)} has nothing at {place} (HTTP {code}); look for its new address.")
    what_to_do = _quoted(said) or " Look at the key and at what is asked for."
    raise SourceProblem(f"{host(url)} refuses {place} (HTTP {code}).{what_to_do}")


def used_up(source: str, code: int, said: str, wait: float | None = None) -> TryAgain | None:
    """What to raise where a source says, with whatever status, that it was asked too much; None where it does not."""
    is_told = USED_UP.search(said) is not None or code == httpx2.codes.TOO_MANY_REQUESTS
    if not is_told and (code != httpx2.codes.FORBIDDEN or wait is None):
        return None
    wait = _wait_in(said) if wait is None else wait
    if wait is None or wait <= SHORT_WAIT_SECONDS:
        sentence = f"{source} is busy or its quota is used up (HTTP {code}); try later."
    else:
        again = f"{datetime.now(UTC) + timedelta(seconds=wait):%Y-%m-%d %H:%M} UTC"
        sentence = f"{source}: its quota is used up (HTTP {code}), in force again at {again}; try later."
    return TryAgain(f"{sentence}{_quoted(said)}", wait)


def _said(response: httpx2.Response) -> str:
    """The beginning of what came with an error."""
    try:
        return next(response.iter_bytes(LARGEST_MESSAGE), b"")[:LARGEST_MESSAGE].decode("utf-8-sig", errors="replace")
    except httpx2.HTTPError:
        return ""


def _quoted(said: str) -> str:
    """What the source itself says is wrong, as a sentence that quotes it; empty where it sends a page or nothing."""
    line = message(said)[:LONGEST_MESSAGE]
    return "" if not line or is_web_page(said.encode()) else f" It says “{line}”."


def message(said: str) -> str:
    """The message in an answer that reports an error, in JSON or as plain text, on one line."""
    try:
        told = json.loads(said)
    except (ValueError, RecursionError):
        told = said
    return " ".join(message_in(told).split())


def message_in(told: Any) -> str:
    """The message in a JSON answer that reports an error; empty where there is none."""
    if isinstance(told, str):
        return told
    if isinstance(told, list):
        return message_in(told[0]) if told else ""
    if not isinstance(told, dict):
        return ""
    found = (message_in(told.get(key)) for key in MESSAGES)
    return next((message for message in found if message), "")


def _retry_after(text: str) -> float | None:
    """How long the header asks to wait, in seconds: a number or a moment."""
    if text.isdigit():
        return float(text)
    moment = moment_of(text)
    return (moment - datetime.now(UTC)).total_seconds() if moment else None


def _wait_in(said: str) -> float | None:
    """How long a message asks to wait, in seconds."""
    found = TO_WAIT.search(said)
    if not found:
        return None
    days, hours, minutes, seconds, number, unit = found.groups()
    if unit:
        return float(int(number) * SECONDS[unit.lower()])
    return timedelta(days=int(days or 0), hours=int(hours), minutes=int(minutes), seconds=int(seconds)).total_seconds()
