"""Drawing in processes of its own: started when first asked, so many at once, each order with a limit of time."""

import os
import queue
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from queries import QueryError
from queries.sentence import Sentence

ROOT = Path(__file__).resolve().parents[2]


class NoPicture(QueryError):
    """A picture could not be drawn; the message says why in one sentence."""


class Converter:
    """Places for as many processes as may draw at once; one that dies or takes too long is followed by a new one."""

    def __init__(self, at_once: int, seconds: float) -> None:
        self._seconds = seconds
        # The one that drew last draws next: a second one is started only while the first is at work.
        self._places: queue.LifoQueue[_Process] = queue.LifoQueue()
        for _ in range(at_once):
            self._places.put(_Process())

    def order(self, what: str, *given: Any) -> Any:
        """What a process made of it. Raises NoPicture where all stay busy, or it takes too long or fails."""
        try:
            process = self._places.get(timeout=self._seconds)
        except queue.Empty as busy:
            raise NoPicture(Sentence("Too many pictures are being drawn.")) from busy
        try:
            return process.order((what, *given), self._seconds)
        finally:
            self._places.put(process)


class _Process:
    """One process, which may be none yet or none any more."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def order(self, order: tuple[Any, ...], seconds: float) -> Any:
        """What is made of the order; a process that has died since the last one is replaced once."""
        was_there = self._process is not None
        try:
            return self._asked(order, seconds)
        except (OSError, EOFError) as error:
            self._stop()
            if not was_there:
                raise NoPicture(Sentence("The process that draws pictures has stopped.")) from error
            return self.order(order, seconds)

    def _asked(self, order: tuple[Any, ...], seconds: float) -> Any:
        if self._process is None:
            self._start()
        self._socket.send(order)
        if not self._socket.poll(seconds):
            self._stop()
            long = Sentence(
                "The picture would take longer than {seconds} seconds, so it was stopped.", seconds=f"{seconds:g}"
            )
            raise NoPicture(long)
        is_done, made = self._socket.recv()
        if not is_done:
            raise NoPicture(Sentence("The picture could not be drawn: {why}", why=made))
        return made

    def _start(self) -> None:
        from multiprocessing import Pipe

        self._socket, theirs = Pipe()
        command = [sys.executable, "-m", "ui.pictures.worker", str(theirs.fileno())]
        # Days without a time of day are drawn as the days that they are.
        environment = {**os.environ, "TZ": "UTC"}
        with theirs:
            self._process = subprocess.Popen(command, cwd=ROOT, env=environment, pass_fds=[theirs.fileno()])  # noqa: S603 - ours

    def _stop(self) -> None:
        if self._process is not None:
            self._socket.close()
            with suppress(OSError):
                self._process.kill()
            self._process.wait()
            self._process = None
