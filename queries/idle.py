"""What will probably be asked next is made while nobody asks: one thread, a few jobs, the newest first."""

import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager

LOG = logging.getLogger(__name__)
MOST, QUIET_SECONDS = 256, 0.5


class Idle:
    """Jobs for quiet times; those beyond `most` that have waited longest are dropped. Until it is opened, all are."""

    def __init__(self, most: int = MOST, quiet: float = QUIET_SECONDS) -> None:
        self._most, self._quiet = most, quiet
        self._jobs: OrderedDict[Hashable, Callable[[], object]] = OrderedDict()
        self._change = threading.Condition()
        self._at_work, self._last = 0, 0.0
        self._thread: threading.Thread | None = None

    @contextmanager
    def busy(self) -> Iterator[None]:
        """A reader is being answered: no job begins."""
        with self._change:
            self._at_work += 1
        try:
            yield
        finally:
            with self._change:
                self._at_work -= 1
                self._last = time.monotonic()
                self._change.notify()

    def open(self, most: int | None = None) -> None:
        """From here on there are readers, and times when there are none. Where no job may wait, none is done."""
        self._most = self._most if most is None else most
        if self._thread is None and self._most:
            self._thread = threading.Thread(target=self._work, name="idle", daemon=True)
            self._thread.start()

    def later(self, key: Hashable, job: Callable[[], object]) -> None:
        """Do this when it is quiet, once for a key; what a job asks for itself has no neighbours."""
        if self._thread is None or self.is_at_work():
            return
        with self._change:
            self._jobs[key] = job
            self._jobs.move_to_end(key)
            if len(self._jobs) > self._most:
                self._jobs.popitem(last=False)
            self._change.notify()

    def is_at_work(self) -> bool:
        """Whether it is a job that asks."""
        return threading.current_thread() is self._thread

    def _work(self) -> None:
        while True:
            job = self._next()
            try:
                job()
            except Exception as error:  # noqa: BLE001 - nobody waits for it; whoever asks is told what is wrong
                LOG.debug("Nothing was made in advance: %s", error)

    def _next(self) -> Callable[[], object]:
        with self._change:
            while True:
                wait = self._last + self._quiet - time.monotonic()
                if self._jobs and not self._at_work and wait <= 0:
                    return self._jobs.popitem()[1]
                self._change.wait(max(wait, 0.01) if self._jobs and not self._at_work else None)


IDLE = Idle()
