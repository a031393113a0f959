"""Dependencies point one way; the tree holds no secret, no foreign host and no oversized file."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from ui import site

ROOT = Path(__file__).resolve().parents[1]
MAY_IMPORT = {
    "data": {"data"},
    "queries": {"queries", "data"},
    "extracts": {"extracts", "queries", "data"},
    "ui": {"ui", "extracts", "queries", "data"},
    "pages": {"pages", "ui", "extracts", "queries", "data"},
}
ROOMS = {"data", "queries", "extracts", "ui", "pages", "tests", "benchmarks"}
LONGEST_FILE = 200
FILES = [path for room in MAY_IMPORT for path in sorted((ROOT / room).rglob("*.py"))]


@cache
def imported(path):
    """All that a file imports, by full names."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    return found


def test_imports_point_one_way():
    for path in FILES:
        room = path.relative_to(ROOT).parts[0]
        own = {name.split(".")[0] for name in imported(path)} & ROOMS
        assert own <= MAY_IMPORT[room], path


def test_adapters_use_what_refresh_shares_and_it_knows_none_of_them():
    shared = {"answers", "archives", "checks", "forms", "problems", "refusals", "settings", "web"}
    adapters = ROOT / "data" / "sources"
    for path in FILES:
        names = [name.split(".") for name in imported(path)]
        if path.parent == adapters:
            assert {name[2] for name in names if name[:2] == ["data", "refresh"] and len(name) > 2} <= shared, path
        else:
            assert ["data", "sources"] not in [name[:2] for name in names], path


@pytest.mark.parametrize("room", ["data", "queries", "extracts"])
def test_numbers_know_no_streamlit(room):
    for path in (ROOT / room).rglob("*.py"):
        assert not {name for name in imported(path) if name.split(".")[0] == "streamlit"}, path


def test_only_ui_knows_altair():
    for path in FILES:
        if "altair" in {name.split(".")[0] for name in imported(path)}:
            assert path.relative_to(ROOT).parts[:2] == ("ui", "charts"), path


def test_only_queries_hold_sql():
    for path in FILES:
        if path.relative_to(ROOT).parts[0] in ("pages", "ui", "extracts"):
            assert "duckdb" not in set(imported(path)), path


def test_files_stay_readable():
    """A longer file has its reason in the paragraph of docs/decisions.md that begins with its name."""
    decisions = (ROOT / "docs" / "decisions.md").read_text(encoding="utf-8")
    for path in [*FILES, *(path for room in MAY_IMPORT for path in (ROOT / room).rglob("*.sql"))]:
        if len(path.read_text(encoding="utf-8").splitlines()) > LONGEST_FILE:
            _, found, after = decisions.partition(f"\n**`{path.relative_to(ROOT).as_posix()}`.**")
            reason = " ".join(after.partition("\n\n")[0].split())
            assert found, path
            assert f"longer than {LONGEST_FILE} lines because" in reason, path


def test_only_the_list_of_pages_loads_them():
    """`ui` imports no page; one file finds them by their folder."""
    naming = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "ui").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and re.match(r"(\.\./)?pages\b", str(node.value))
    }
    assert naming == {"ui/site.py"}


def test_every_page_declares_itself():
    folders = {path.name for path in (ROOT / "pages").iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert set(site.pages()) == folders
    places = [page.place for page in site.pages().values()]
    assert places == sorted(set(places)), "two pages ask for one place in the menu"
    assert next(iter(site.pages())) == "overview", "links to the front page have been given away"
