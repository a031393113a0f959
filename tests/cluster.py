"""A cluster to ask: Sail, unless TEST_CLUSTER names another, as docs/scale.md shows for Spark."""

import os
import sys

import pytest

import queries
from queries import cluster, database, engines
from queries.settings import PREFIX, settings
from tests.answers import forget_answers

OTHER = os.environ.get("TEST_CLUSTER")
NO_HADOOP = pytest.mark.skipif(OTHER is not None, reason="another cluster opens storage with settings of its own")


def forget():
    """Nothing that was read, opened or answered under other settings is left."""
    for known in (settings, engines.held_here, queries._keys, queries._changes):
        known.cache_clear()
    forget_answers()
    database._open.clear()
    cluster._open.clear()


@pytest.fixture(scope="module")
def sail():
    """A server that speaks Spark Connect: Sail, or the one named."""
    if OTHER:
        yield OTHER
        return
    from pysail.spark import SparkConnectServer

    server = SparkConnectServer("127.0.0.1", 0)
    server.start(background=True)
    with pytest.MonkeyPatch.context() as patched:
        # PySpark takes a process without a main file, as those of xdist are, for a run of its own tests, and ends it.
        patched.setattr(sys.modules["__main__"], "__file__", __file__, raising=False)
        yield "sc://{}:{}".format(*server.listening_address)
    server.stop()


@pytest.fixture
def having(monkeypatch):
    """The site with these settings, and nothing remembered, until the test ends."""

    def have(**given):
        for name, value in given.items():
            monkeypatch.setenv(f"{PREFIX}{name.upper()}", value)
        forget()

    yield have
    monkeypatch.undo()
    forget()
