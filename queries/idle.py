"""What will probably be asked next is made while nobody asks: one thread, a few jobs, the newest first.

What may be asked some day is made between two answers, a tenth of the time, and when nobody has asked for longer.
"""

import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager

from data.connection import give_memory_back

LOG = logging.getLogger(__name__)
MOST, QUIET_SECONDS = 48, 0.5
MOST_SOME_DAY, LONG_QUIET_SECONDS = 400, 5.0
# After a job between two answers there is none for so many times as long as it took.
REST = 9

Jobs = OrderedDict[Hashable, Callable[[], object]]


class Idle:
    """Jobs for quiet times; those beyond `most` that have waited longest are dropped. Until it is opened, all are.

    `at_end` is done once it has been quiet for longer and no job is left. `rest` is how long no job for some day
    follows another while readers come, as a multiple of what that took.
    """

    def __init__(
        self,
        most: int = MOST,
        quiet: float = QUIET_SECONDS,
        long_quiet: float = LONG_QUIET_SECONDS,
        at_end: Callable[[], object] = give_memory_back,
        rest: float = REST,
    ) -> None:
        self._at_end = at_end
        self._most, self._quiet, self._long_quiet, self._rest = most, quiet, long_quiet, rest
        self._jobs: Jobs = OrderedDict()
        self._some_day: Jobs = OrderedDict()
        self._closing: Jobs = OrderedDict()
        self._change = threading.Condition()
        self._at_work, self._last, self._rested = 0, 0.0, 0.0
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
        self._wait_in(self._jobs, self._most, key, job)

    def some_day(self, key: Hashable, job: Callable[[], object]) -> None:
        """Do this between two answers, now and then, or when it has been quiet for longer."""
        self._wait_in(self._some_day, MOST_SOME_DAY, key, job)

    def _wait_in(self, jobs: Jobs, most: int, key: Hashable, job: Callable[[], object]) -> None:
        if self._thread is None or self.is_at_work():
            return
        with self._change:
            jobs[key] = job
            jobs.move_to_end(key)
            if len(jobs) > most:
                jobs.popitem(last=False)
            self._change.notify()

    def is_at_work(self) -> bool:
        """Whether it is a job that asks."""
        return threading.current_thread() is self._thread

    def _work(self) -> None:
        while True:
            job, is_for_some_day = self._next()
            began = time.monotonic()
            try:
                job()
            except Exception as error:  # noqa: BLE001 - nobody waits for it; whoever asks is told what is wrong
                LOG.debug("Nothing was made in advance: %s", error)
            ended = time.monotonic()
            if is_for_some_day:
                self._rested = ended + self._rest * (ended - began)
            if job is not self._at_end:
                self._closing["at the end"] = self._at_end

    def _next(self) -> tuple[Callable[[], object], bool]:
        """The next job once it is due, and whether it is one for some day."""
        with self._change:
            while True:
                waits = self._waits() if not self._at_work else []
                for wait, jobs in waits:
                    if wait <= 0:
                        return jobs.popitem()[1], jobs is self._some_day
                self._change.wait(max(min(wait for wait, _ in waits), 0.01) if waits else None)

    def _waits(self) -> list[tuple[float, Jobs]]:
        """The jobs there are, and in how many seconds they are due if nobody asks; of those due the first leads."""
        now = time.monotonic()
        quiet, long_quiet = self._last + self._quiet - now, self._last + self._long_quiet - now
        waits = [(quiet, self._jobs), (min(long_quiet, self._rested - now), self._some_day)]
        if not self._jobs and not self._some_day:
            waits = [(long_quiet, self._closing)]
        return [(wait, jobs) for wait, jobs in waits if jobs]


IDLE = Idle()
