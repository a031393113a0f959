"""Standard output that may be read in part only, as by `| head -1`."""

import os
import sys


def show(text: str) -> None:
    """Print; where the reader has gone, this and what follows is dropped without a word."""
    try:
        print(text, flush=True)
    except BrokenPipeError:
        # Python flushes once more at its end; what it still holds goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
