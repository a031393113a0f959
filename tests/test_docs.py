"""Do the docs name what there is, and do the examples for running call what exists?"""

import json
import re
import tomllib
from pathlib import Path

import pytest

from data import catalog
from data.__main__ import main
from data.refresh.settings import Environment
from queries.settings import PREFIX, Settings

ROOT = Path(__file__).resolve().parents[1]
RUNNING = ROOT / "docs" / "running"
SOURCES = (ROOT / "docs" / "sources.md").read_text(encoding="utf-8")
DOCS = "".join(path.read_text(encoding="utf-8") for path in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
ENVIRONMENT = re.compile(r"environ(?:\.get\(|\[)\"(\w+)\"")
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
RELEASE = (ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")
ASKED = catalog.refreshable().sources
EXAMPLES = sorted(path for path in RUNNING.iterdir() if path.suffix != ".md")
# The timer starts the service of its name and has no command of its own.
CALLING = [path for path in EXAMPLES if path.suffix != ".timer"]


@pytest.fixture
def actions(capsys):
    with pytest.raises(SystemExit):
        main(["nonsense"])
    return set(re.findall(r"\w+", capsys.readouterr().err.split("choose from")[1]))


def settings():
    read = "".join(
        path.read_text(encoding="utf-8") for room in ("data", "queries") for path in (ROOT / room).rglob("*.py")
    )
    return {*ENVIRONMENT.findall(read), *Environment.model_fields}


@pytest.mark.parametrize("source", ASKED)
def test_every_source_is_described(source):
    assert f"`{source}`" in SOURCES


def test_every_action_is_named(actions):
    assert "refresh" in actions
    assert {action for action in actions if f"python -m data {action}" not in DOCS} == set()


def test_every_setting_from_outside_is_named():
    assert {"DATA_STORE", *(about.key_name for about in ASKED.values() if about.key_name)} <= settings()
    assert {name for name in settings() if f"`{name}" not in SOURCES} == set()


def test_every_setting_of_the_site_is_described_with_its_default():
    described = re.findall(r"^\| `(\w+)` \| (\S+) \|", (RUNNING / "README.md").read_text("utf-8"), re.MULTILINE)
    written = {"()": "none", "": "none", "False": "false"}
    fields = Settings.model_fields.items()
    assert dict(described) == {
        f"{PREFIX}{name}".upper(): written.get(str(field.default), str(field.default)) for name, field in fields
    }


@pytest.mark.parametrize("path", CALLING, ids=lambda path: path.name)
def test_examples_call_what_exists(path, actions):
    text = path.read_text(encoding="utf-8")
    targets = re.findall(r"\bmake (?:-s )?([a-z]+)\b", text)
    called = re.findall(r"python -m data ([a-z]+)\b", text)
    assert "refresh" in targets + called
    assert set(called) <= actions
    assert set(targets) <= set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_every_example_is_named(path):
    assert f"`{path.name}`" in (RUNNING / "README.md").read_text(encoding="utf-8")


def test_one_version_everywhere():
    newest, day = re.search(r"^## (\S+) \((.+)\)", CHANGELOG, re.MULTILINE).groups()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert newest == project
    assert f"\nversion: {newest}\ndate-released: {day}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")


def test_every_release_has_its_day():
    """What is not released yet stands above all releases."""
    headings = re.findall(r"^## (.+)$", CHANGELOG, re.MULTILINE)
    released = headings[1:] if headings[0] == "Unreleased" else headings
    days = [re.fullmatch(r"\d+\.\d+\.\d+ \((\d{4}-\d\d-\d\d)\)", heading)[1] for heading in released]
    assert days == sorted(days, reverse=True)


def test_tests_run_with_the_very_files_that_readers_get():
    shipped, tested = (
        dict(re.findall(r"^([a-z\d._-]+)==(.+?)(?: ;.*)? \\$", (ROOT / name).read_text("utf-8"), re.MULTILINE))
        for name in ("requirements.lock", "requirements-dev.lock")
    )
    assert len(shipped) > 50
    assert shipped.items() <= tested.items()


def test_what_the_browser_is_given_is_held_to_its_bytes():
    lock = json.loads((ROOT / "ui" / "sql" / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    wanted = json.loads((ROOT / "ui" / "sql" / "package.json").read_text(encoding="utf-8"))["dependencies"]
    assert {name: lock[f"node_modules/{name}"]["version"] for name in wanted} == wanted
    assert [name for name, about in lock.items() if name and not about["integrity"].startswith("sha512-")] == []


def test_actions_and_base_images_are_held_to_their_bytes():
    used = re.findall(r"uses: (.+)", RELEASE + (RUNNING / "refresh.yml").read_text("utf-8"))
    bases = re.findall(r"^FROM (\S+)", (RUNNING / "Containerfile").read_text("utf-8"), re.MULTILINE)
    assert [use for use in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", use)] == []
    assert len(used) == 7
    assert len(set(bases)) == 1
    assert re.search(r":3\.11\.\d+-slim-bookworm@sha256:[0-9a-f]{64}$", bases[0])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page):
    links = re.findall(r"\]\((?!https?:|mailto:)([^)\s#]+)(?:#([^)]+))?\)", page.read_text(encoding="utf-8"))
    for target, heading in links:
        assert (page.parent / target).exists(), target
        if heading:
            headings = re.findall(r"^#+ (.+)$", (page.parent / target).read_text(encoding="utf-8"), re.MULTILINE)
            assert heading in {re.sub(r"[^\w -]", "", name.lower()).replace(" ", "-") for name in headings}, heading


@pytest.mark.parametrize("path", ["Makefile", "docs/running/Containerfile", "README.md"])
def test_what_is_installed_is_held_to_its_bytes(path):
    found = re.findall(r"pip install (.+)", (ROOT / path).read_text(encoding="utf-8"))
    assert found
    assert [line for line in found if not re.search(r"--require-hashes -r requirements[a-z-]*\.lock", line)] == []


def test_what_proves_the_security_of_the_site_is_there():
    proofs = set(re.findall(r"`(tests/[\w/.]*)`", (ROOT / "docs" / "security.md").read_text("utf-8")))
    assert len(proofs) > 10
    assert {proof for proof in proofs if not (ROOT / proof).exists()} == set()
