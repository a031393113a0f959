"""One answer onto disk: the whole of it or the rest of it, within the limits of its source."""

import time
from pathlib import Path
from typing import Protocol

import httpx2

from data.refresh.answers import host
from data.refresh.problems import SourceProblem, TryAgain
from data.refresh.settings import SourceSettings


class Watcher(Protocol):
    """Who is told how far a download is."""

    def advanced(self, name: str, done: int, total: int | None) -> None:
        """So many bytes of so many are here."""


def save(response: httpx2.Response, partial: Path, settings: SourceSettings, watcher: Watcher) -> None:
    """Write what comes to a file, behind what is there where the rest was asked for and is sent.

    Raises TryAgain where another part came, SourceProblem beyond `largest_answer_mb` or `deadline_seconds`.
    """
    source = host(str(response.url))
    is_rest = response.status_code == httpx2.codes.PARTIAL_CONTENT
    done = partial.stat().st_size if is_rest and partial.is_file() else 0
    if is_rest and not response.headers.get("content-range", "").startswith(f"bytes {done}-"):
        partial.unlink()
        raise TryAgain(f"{source} sent another part of the file than was asked for.")
    announced = response.headers.get("content-length")
    total = done + int(announced) if announced else None
    most = settings.largest_answer_mb * 1_000_000
    too_large = f"{source} sends more than {settings.largest_answer_mb} MB, the limit set."
    if total and total > most:
        raise SourceProblem(too_large)
    until = time.monotonic() + settings.deadline_seconds
    with partial.open("ab" if is_rest else "wb") as file:
        for piece in response.iter_raw():
            file.write(piece)
            done += len(piece)
            if done > most:
                raise SourceProblem(too_large)
            if time.monotonic() > until:
                raise SourceProblem(f"{source} took longer than {settings.deadline_seconds} s.")
            watcher.advanced(settings.name, done, total)
