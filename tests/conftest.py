"""Tests never see what a refresh left on this machine: they answer from the tables that come with the site."""

import os
import tempfile
from pathlib import Path

import pytest

from data import editions
from tests.official import World
from tests.refresh_store import opened_store

# A busy machine is no reason for an answer to be stopped, except where a test wants it.
os.environ["DASHBOARD_QUERY_SECONDS"] = "300"
os.environ["DATA_STORE"] = str(Path(tempfile.gettempdir()) / "no-refreshed-tables-in-tests")


@pytest.fixture(autouse=True)
def _unpinned():
    """No test leaves the next one with the edition it was answered from."""
    yield
    editions._pinned.set(None)


@pytest.fixture
def world():
    """What the agencies publish; a file of tests may have one of its own."""
    return World()


@pytest.fixture
def store(world, tmp_path, monkeypatch):
    """Agencies that publish this world, and a store for what they say; both gone after the test."""
    with opened_store(world, tmp_path, monkeypatch) as made:
        yield made
