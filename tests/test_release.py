"""The steps by which a version that the changelog dates becomes a tag and a release with its notes."""

import os
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
WORKFLOW = (ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")
STEPS = {step.get("name", step.get("uses")): step for step in yaml.safe_load(WORKFLOW)["jobs"]["release"]["steps"]}
VERSION = "Which version is the newest, and has it no tag yet"
NOTES = "Notes"
UNRELEASED = (
    "# Changelog\n\n## Unreleased\n- More.\n\n## 0.2.0 (2026-02-02)\n- Second.\n\n## 0.1.0 (2026-01-01)\n- First.\n"
)


def run(folder, step, **env):
    """The shell of a step as GitHub runs it."""
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", STEPS[step]["run"]]
    return subprocess.run(command, check=False, cwd=folder, env={**os.environ, **env}, capture_output=True, text=True)


@pytest.fixture
def checkout(tmp_path):
    """A checkout of this changelog and its origin, which has the tag of 0.1.0."""
    origin, folder = tmp_path / "origin", tmp_path / "checkout"
    author = ["-c", "user.name=nobody", "-c", "user.email=nobody@example.org", "-c", "commit.gpgsign=false"]
    folder.mkdir()
    (folder / "CHANGELOG.md").write_text(UNRELEASED, encoding="utf-8")
    for command in (
        ["init", "--quiet", "--bare", str(origin)],
        ["init", "--quiet"],
        ["add", "CHANGELOG.md"],
        [*author, "commit", "--quiet", "--message", "0.2.0"],
        ["remote", "add", "origin", str(origin)],
        ["push", "--quiet", "origin", "HEAD:refs/heads/main", "HEAD:refs/tags/v0.1.0"],
    ):
        subprocess.run(["git", *command], check=True, cwd=folder)
    return folder


def new(checkout):
    """What the first step hands to the next, and how it ended."""
    output = checkout / "output"
    output.write_text("", encoding="utf-8")
    done = run(checkout, VERSION, GITHUB_OUTPUT=str(output))
    return output.read_text(encoding="utf-8"), done.returncode


def test_the_newest_dated_version_is_released_once(checkout):
    assert new(checkout) == ("new=v0.2.0\n", 0)
    subprocess.run(["git", "push", "--quiet", "origin", "HEAD:refs/tags/v0.2.0"], check=True, cwd=checkout)
    assert new(checkout) == ("", 0)


def test_an_origin_that_does_not_answer_is_no_new_version(checkout):
    (checkout.parent / "origin").rename(checkout.parent / "away")
    told, ended = new(checkout)
    assert (told, ended != 0) == ("", True)


def test_nothing_is_released_that_is_not_new():
    conditions = [step.get("if") for name, step in STEPS.items() if name != VERSION and "checkout" not in name]
    assert conditions == ["steps.version.outputs.new"] * 4


@pytest.mark.parametrize(("tag", "ends"), [("v0.6.0", 0), ("v9.9.9", 1)])
def test_a_release_has_the_notes_of_its_version(tmp_path, tag, ends):
    (tmp_path / "CHANGELOG.md").write_text(CHANGELOG, encoding="utf-8")
    assert run(tmp_path, NOTES, NEW=tag).returncode == ends
    if not ends:
        notes = (tmp_path / "notes.md").read_text(encoding="utf-8")
        assert f"(2026-11-29)\n{notes}## 0.5.0 (" in CHANGELOG


def test_every_release_of_the_changelog_has_its_day_and_notes(tmp_path):
    (tmp_path / "CHANGELOG.md").write_text(CHANGELOG, encoding="utf-8")
    versions = [line.split()[1] for line in CHANGELOG.splitlines() if line.startswith("## ") and "(" in line]
    assert versions[-1] == "0.1.0"
    assert [version for version in versions if run(tmp_path, NOTES, NEW=f"v{version}").returncode] == []
