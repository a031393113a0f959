"""Refreshes in processes of their own, forked from one that has everything imported already."""

import multiprocessing
import os
import signal
import sys
from datetime import datetime
from multiprocessing.process import BaseProcess

from data import clock

# What pandera loads with the first table that it checks: hypothesis, where that is there.
CHECKS = "pandera.backends.pandas.builtin_checks"
_context = multiprocessing.get_context("forkserver")
_context.set_forkserver_preload(
    ["tests.refresh_process", "data.refresh.run", "data.build", "data.sources.statcan_services", CHECKS]
)


def started(source: str, event: str = "", parts: tuple[str, ...] = ()) -> BaseProcess:
    """A process that refreshes this source, and is killed at the first such event whose path holds these parts.

    An event is named as Python names it for auditing, such as `open` or `os.rename`.
    """
    outside = {name: os.environ[name] for name in ("DATA_STORE", "DATA_REFRESH_CONFIG")}
    process = _context.Process(target=_refresh, args=(source, outside, clock.now(), event, parts))
    process.start()
    return process


def _refresh(source: str, outside: dict[str, str], moment: datetime, event: str, parts: tuple[str, ...]) -> None:
    os.environ.update(outside)
    clock.now = lambda: moment

    def kill(name: str, details: tuple) -> None:
        if name == event and all(part in str(details[0]) for part in parts):
            os.kill(os.getpid(), signal.SIGKILL)

    if event:
        sys.addaudithook(kill)
    from data.refresh.run import refresh

    sys.exit(refresh([source]))
