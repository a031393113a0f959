"""Refreshes in processes of their own, forked from one that has everything imported already."""

import multiprocessing
import os
import signal
import sys
from multiprocessing.process import BaseProcess

_context = multiprocessing.get_context("forkserver")
_context.set_forkserver_preload(
    ["tests.refresh_process", "data.refresh.run", "data.build", "data.sources.bank_of_canada"]
)


def started(source: str, event: str = "", parts: tuple[str, ...] = ()) -> BaseProcess:
    """A process that refreshes this source, and is killed at the first such event whose path holds these parts.

    An event is named as Python names it for auditing, such as `open` or `os.rename`.
    """
    outside = {name: os.environ[name] for name in ("DATA_STORE", "DATA_REFRESH_CONFIG")}
    process = _context.Process(target=_refresh, args=(source, outside, event, parts))
    process.start()
    return process


def _refresh(source: str, outside: dict[str, str], event: str, parts: tuple[str, ...]) -> None:
    os.environ.update(outside)

    def kill(name: str, details: tuple) -> None:
        if name == event and all(part in str(details[0]) for part in parts):
            os.kill(os.getpid(), signal.SIGKILL)

    if event:
        sys.addaudithook(kill)
    from data.refresh.run import refresh

    sys.exit(refresh([source]))
