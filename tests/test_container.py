"""The image, as far as it can be tried without an engine: what it copies is enough, and the site writes nothing there."""

import re
import shutil
import urllib.request
from pathlib import Path

import pytest

from tests.browser.conftest import free_port, serve

ROOT = Path(__file__).parent.parent
STAGES = (ROOT / "docs/running/Containerfile").read_text().split("FROM ")[1:]
INSTALLED, COPIED = (
    [
        (source, target)
        for sources, target in re.findall(r"^COPY (?!--from)(.+) (\S+)$", stage, re.MULTILINE)
        for source in sources.split()
    ]
    for stage in STAGES
)
RUN = re.compile(r"podman run ((?:.*\\\n)*.*)")
NO_MORE = {"--read-only", "--tmpfs /tmp", "--cap-drop all", "--security-opt no-new-privileges"}


@pytest.fixture
def image(tmp_path):
    """A folder with what the image copies."""
    app = tmp_path / "app"
    for source, target in COPIED:
        if (ROOT / source).is_dir():
            shutil.copytree(ROOT / source, app / target, ignore=shutil.ignore_patterns("__pycache__", "refreshed"))
        else:
            (app / target).mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / source, app / target)
    return app


def files(folder):
    return {path.relative_to(folder): path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


def test_only_what_is_copied_is_sent_to_the_engine():
    sent = re.findall(r"^!(\S+)", (ROOT / ".dockerignore").read_text(), re.MULTILINE)
    assert {source for source, _ in [*INSTALLED, *COPIED]} == set(sent)


def test_every_command_that_runs_it_gives_it_no_more_than_it_needs():
    site, refresh = RUN.findall((ROOT / "docs/running/README.md").read_text(encoding="utf-8"))
    assert [flag for flag in NO_MORE for command in (site, refresh) if flag not in command] == []
    assert "--publish 127.0.0.1:" in site
    assert re.search(r"--memory \d+g --pids-limit \d+", site)
    assert "\nUSER dashboard\n" in STAGES[-1]


def test_what_is_copied_is_enough_and_nothing_is_written(image, tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("DATA_STORE", str(tmp_path / "store"))
    before = files(tmp_path)
    with serve(free_port(), tmp_path, root=image) as address:
        for path in ("/readyz", "/agenda?lang=fr", "/extracts/trade_balance.zip", "/tables/events.parquet"):
            with urllib.request.urlopen(address + path, timeout=60) as answer:
                assert answer.status == 200, path
    assert files(tmp_path) == before
