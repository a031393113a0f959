"""The day on which pages are recorded: the same for ever."""

from contextlib import contextmanager
from datetime import date
from unittest import mock

from data import clock

DAY = date(2026, 9, 15)


@contextmanager
def fixed():
    """Pages visited meanwhile believe that it is this day."""
    with mock.patch.object(clock, "today", return_value=DAY):
        yield
