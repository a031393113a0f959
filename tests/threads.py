"""An event loop of its own for a test."""

from concurrent.futures import ThreadPoolExecutor

import anyio


def run(function):
    """Run an async function in a thread that is new: in its own, a browser of an earlier test may keep a loop open."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(anyio.run, function).result()
