"""Tests never see what a refresh left on this machine: they answer from the tables that come with the site."""

import os
import tempfile
from pathlib import Path

os.environ["DATA_STORE"] = str(Path(tempfile.gettempdir()) / "no-refreshed-tables-in-tests")
