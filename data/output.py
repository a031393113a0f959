"""Standard output that may be read in part only, as by `| head -1`."""

import os
import sys


def show(text: str) -> None:
    """Print a text as a line."""
    write(f"{text}\n".encode())


def write(content: bytes) -> None:
    """Write bytes as they are; where the reader has gone, these and what follows are dropped without a word."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes once more at its end; what it still holds goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
