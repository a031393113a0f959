"""Tests never see what a refresh left on this machine: they answer from the tables that come with the site."""

import os
import tempfile
from pathlib import Path

import pytest

from data import editions

os.environ["DATA_STORE"] = str(Path(tempfile.gettempdir()) / "no-refreshed-tables-in-tests")


@pytest.fixture(autouse=True)
def _unpinned():
    """No test leaves the next one with the edition it was answered from."""
    yield
    editions._pinned.set(None)
