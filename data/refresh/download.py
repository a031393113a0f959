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


class Part:
    """What is here of one answer, with the tags of the whole one; a refresh that was killed leaves it for the next."""

    def __init__(self, path: Path) -> None:
        self.path, self._tags, self._whole = path, path.with_suffix(".tag"), path.with_suffix(".whole")
        if self._whole.is_file():
            # Killed before the whole answer was kept: the source only has to say that nothing follows.
            self._whole.replace(path)

    def tags(self) -> tuple[str, str]:
        """The answer's ETag and when it was last changed, as its source said; empty where it did not."""
        etag, _, changed = self._tags.read_text(encoding="utf-8").partition("\n")
        return etag, changed

    def conditions(self) -> dict[str, str]:
        """The headers that ask for the rest of this very answer; none where it cannot be told from another one."""
        if not self.path.is_file() or not self._tags.is_file():
            return {}
        here, etag = self.path.stat().st_size, self.tags()[0]
        return {"Range": f"bytes={here}-", "If-Range": etag} if here and etag and not etag.startswith("W/") else {}

    def begin(self, response: httpx2.Response) -> None:
        """Note the tags of what is about to come."""
        tags = response.headers.get("etag", ""), response.headers.get("last-modified", "")
        self._tags.write_text("\n".join(tags), encoding="utf-8")

    def is_all_of(self, response: httpx2.Response) -> bool:
        """Does the source refuse the rest since there is none?"""
        return bool(response.headers.get("content-range", "") == f"bytes */{self.path.stat().st_size}")

    def finished(self) -> Path:
        """Where the whole answer lies until it is kept."""
        self.path.replace(self._whole)
        return self._whole


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
