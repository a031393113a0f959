"""What day it is: asked here alone, so that a test can fix it."""

from datetime import UTC, date, datetime


def today() -> date:
    """The day in UTC."""
    return datetime.now(UTC).date()
