"""Answers of agencies: what was given, and whether it is one at all."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx2

from data.refresh.problems import SourceProblem, TryAgain

CLOCK_MAY_DIFFER_HOURS = 24
WEB_PAGE = (b"<!", b"<html", b"<head", b"<body", b"<?xml", b"<error")
Check = Callable[[Path], None]


@dataclass(frozen=True)
class Answer:
    """A whole answer on disk, new or the one kept: its address, and tags for the next conditional request."""

    url: str
    path: Path
    etag: str
    last_modified: str
    is_new: bool

    def published_on(self) -> datetime:
        """When the source says it was last changed; the present where it does not say."""
        return moment_of(self.last_modified) or datetime.now(UTC)


def anything(_: Path) -> None:
    """A check that every file passes."""


def read_json(answer: Answer) -> Any:
    """An answer as JSON."""
    try:
        return json.loads(answer.path.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise SourceProblem(f"{answer.url} does not answer with JSON.") from error


def host(url: str) -> str:
    """The host of an address."""
    return urlsplit(url).netloc


def same_clock(response: httpx2.Response) -> None:
    """Vintages are ordered by days, so a machine that lost its clock must not make any."""
    text = response.headers.get("date", "")
    moment = moment_of(text)
    if moment and abs((moment - datetime.now(UTC)).total_seconds()) > CLOCK_MAY_DIFFER_HOURS * 3600:
        raise SourceProblem(
            f"This machine's clock ({datetime.now(UTC):%Y-%m-%d %H:%M} UTC) differs from {text}; set it."
        )


def moment_of(text: str) -> datetime | None:
    """The moment that a header names, in UTC where it names no zone; None where it does not read."""
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def no_web_page(path: Path, url: str, missing_key: str = "") -> None:
    """Raise where a page for people came, as it does with HTTP 200 now and then; some say so that they want a key."""
    with path.open("rb") as file:
        if not is_web_page(file.read(64)):
            return
    sentence = f"{url} answers with a web page where data were expected"
    if missing_key:
        raise SourceProblem(f"{sentence}; it may want the key {missing_key}, which is not set.")
    raise TryAgain(f"{sentence}; try later.")


def is_web_page(start: bytes) -> bool:
    """Does this begin a page for people, or a message in XML?"""
    return start.lstrip(b"\xef\xbb\xbf \r\n\t").lower().startswith(WEB_PAGE)
