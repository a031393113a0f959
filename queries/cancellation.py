"""Stopping the queries of somebody who no longer waits for the answer."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Protocol

import duckdb


class Interruptible(Protocol):
    """What runs a query and can be told to stop it: a cursor of DuckDB's, a question to a cluster."""

    def interrupt(self) -> None:
        """Stop what runs."""


class Cancellation:
    """Can be cancelled from another thread: interrupts the query that runs within it, and lets none begin."""

    def __init__(self) -> None:
        self.is_cancelled = False
        self._lock = threading.Lock()
        self._cursors: set[Interruptible] = set()

    def cancel(self) -> None:
        """Interrupt what runs. A query that begins at this very moment may go on: call again until all have ended."""
        with self._lock:
            self.is_cancelled = True
            for cursor in self._cursors:
                cursor.interrupt()

    @contextmanager
    def applied(self) -> Iterator[None]:
        """Every query of this thread or task belongs to this cancellation."""
        token = _current.set(self)
        try:
            yield
        finally:
            _current.reset(token)

    @contextmanager
    def running(self, cursor: Interruptible) -> Iterator[None]:
        """A query runs on this cursor. Raises duckdb.InterruptException where nobody waits for it any more."""
        with self._lock:
            if self.is_cancelled:
                raise duckdb.InterruptException("cancelled before it began")
            self._cursors.add(cursor)
        try:
            yield
        finally:
            with self._lock:
                self._cursors.discard(cursor)


_current: ContextVar[Cancellation | None] = ContextVar("cancellation", default=None)


def current() -> Cancellation:
    """The cancellation that queries asked here belong to; one of their own where nobody can leave."""
    return _current.get() or Cancellation()
