"""One refresh at a time: the second waits, or says who is at it."""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from data import editions
from data.refresh import clock


class Busy(Exception):
    """Another refresh holds the store; says which process and since when."""


@contextmanager
def alone(is_patient: bool, say: Callable[[str], None]) -> Iterator[None]:
    """Hold the store's lock; the system takes it back when the process dies, however it dies."""
    store = editions.store()
    store.mkdir(parents=True, exist_ok=True)
    with (store / "lock").open("a+", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            file.seek(0)
            running = f"Another refresh is running ({file.read().strip() or 'just begun'})"
            if not is_patient:
                raise Busy(f"{running}; nothing was done.") from error
            say(f"{running}; waiting for it to end.")
            fcntl.flock(file, fcntl.LOCK_EX)
        file.seek(0)
        file.truncate()
        file.write(f"process {os.getpid()}, since {clock.now():%Y-%m-%d %H:%M:%S} UTC")
        file.flush()
        yield
