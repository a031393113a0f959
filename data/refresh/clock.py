"""The present, which tests may set."""

from datetime import UTC, datetime


def now() -> datetime:
    """The present in UTC, whole seconds."""
    return datetime.now(UTC).replace(microsecond=0)
