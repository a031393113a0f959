"""One refresh at a time: the second waits, or says who is running."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout

from data import clock, store

LOCK, HOLDER = "lock", "lock.holder"


class Busy(Exception):
    """Another refresh holds the store; says which process and since when."""


@contextmanager
def alone(waits: bool, say: Callable[[str], None]) -> Iterator[None]:
    """Hold the store's lock; the system takes it back when the process dies, however it dies.

    Where another process holds it, raises Busy, or says so and waits. Who holds it stands in a file of its own: on
    Windows nobody else may read the one that is locked.
    """
    folder = store.folder()
    folder.mkdir(parents=True, exist_ok=True)
    lock, holder = FileLock(folder / LOCK), folder / HOLDER
    try:
        lock.acquire(blocking=False)
    except Timeout as error:
        name = holder.read_text(encoding="utf-8") if holder.is_file() else "just begun"
        running = f"Another refresh is running ({name})"
        if not waits:
            raise Busy(f"{running}; nothing was done.") from error
        say(f"{running}; waiting for it to end.")
        lock.acquire()
    try:
        store.write_whole(holder, f"process {os.getpid()}, since {clock.now():%Y-%m-%d %H:%M:%S} UTC".encode())
        yield
    finally:
        holder.unlink(missing_ok=True)
        lock.release()
