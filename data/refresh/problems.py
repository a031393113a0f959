"""What can go wrong at the edge to an agency, each in one sentence."""

import errno


class SourceProblem(Exception):
    """A source cannot be used as it answered; one sentence says why."""


class NotThere(SourceProblem):
    """The source has nothing at this address (yet)."""


class TryAgain(SourceProblem):
    """The answer may be better in a while; `after` is how long the source asks to wait, in seconds."""

    def __init__(self, sentence: str, after: float | None = None) -> None:
        super().__init__(sentence)
        self.after = after


DISK = {
    errno.ENOSPC: "The disk is full",
    errno.EDQUOT: "The disk quota is used up",
    errno.EROFS: "The folder is read-only",
    errno.EACCES: "The folder may not be written to",
    errno.EPERM: "The folder may not be written to",
}


def disk_problem(error: OSError) -> str:
    """A failure of the disk in one sentence."""
    cause = DISK.get(error.errno or 0, error.strerror or str(error))
    return f"{cause}: {error.filename or 'the store'}; yesterday's tables go on serving."
