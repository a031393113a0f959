"""`python -m tests.seen [page…]` writes the records of pages anew; `git diff` then shows what changed for a reader."""

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ["DATA_STORE"] = str(Path(tempfile.gettempdir()) / "no-refreshed-tables-in-tests")

from data.catalog import LANGUAGES  # noqa: E402
from tests.seen import day  # noqa: E402
from tests.seen.places import OTHER, all_names  # noqa: E402
from tests.seen.record import records  # noqa: E402

FOLDER = Path(__file__).resolve().parent

for path in FOLDER.glob("*.txt"):
    if path.name not in all_names(LANGUAGES):
        path.unlink()
with day.fixed():
    for page in sys.argv[1:] or OTHER:
        for language in LANGUAGES:
            for name, text in records(page, language):
                (FOLDER / name).write_text(text, encoding="utf-8")
