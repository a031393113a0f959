"""Tests never see what a refresh left on this machine: they answer from the tables that come with the site."""

import os
import tempfile
from pathlib import Path

import pytest

from data import editions
from tests.official import Official, World
from tests.refresh_store import opened_store

# A busy machine is no reason for an answer to be stopped, except where a test wants it.
os.environ["DASHBOARD_QUERY_SECONDS"] = "300"
os.environ["DATA_STORE"] = str(Path(tempfile.gettempdir()) / "no-refreshed-tables-in-tests")


@pytest.fixture(autouse=True)
def _unpinned():
    """No test leaves the next one with the edition it was answered from."""
    yield
    editions._pinned.set(None)


@pytest.fixture(scope="session")
def agencies():
    """The agencies, listening as long as the tests run; each test begins with a world of its own."""
    with Official() as official:
        yield official


@pytest.fixture(scope="session")
def prepared(tmp_path_factory):
    """Where stores that were refreshed once wait to be copied, by whichever process of this run needs one."""
    base = tmp_path_factory.getbasetemp()
    return (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "prepared"


@pytest.fixture
def world():
    """What the agencies publish; a file of tests may have one of its own."""
    return World()


@pytest.fixture
def store(agencies, prepared, world, tmp_path, monkeypatch):
    """Agencies that publish this world, and a store for what they answer."""
    return opened_store(agencies, prepared, world, tmp_path, monkeypatch)
