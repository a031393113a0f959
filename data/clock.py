"""What moment and day it is: asked here alone, so that a test can fix it."""

from datetime import UTC, date, datetime


def now() -> datetime:
    """The present in UTC, whole seconds."""
    return datetime.now(UTC).replace(microsecond=0)


def today() -> date:
    """The day in UTC."""
    return now().date()
