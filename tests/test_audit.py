"""A known hole and a licence that may not be passed on are named; an index out of reach is said and stops nothing."""

import json
import subprocess

import pytest

from tests import audit

HOLE = {"name": "some", "version": "1.0", "vulns": [{"id": "PYSEC-1", "fix_versions": ["1.1"]}]}
UNKNOWN = {"name": "other", "version": "2.0", "skip_reason": "Dependency not found"}


@pytest.mark.parametrize(
    ("told", "found", "said"),
    [
        ({"dependencies": [HOLE, UNKNOWN]}, ["some 1.0: PYSEC-1, mended in 1.1"], "for 1 packages"),
        (None, [], "for all packages"),
    ],
)
def test_a_known_hole_is_named_and_silence_is_said(monkeypatch, capsys, told, found, said):
    done = subprocess.CompletedProcess([], 1, stdout=json.dumps(told) if told else "")
    monkeypatch.setattr(audit.subprocess, "run", lambda *_, **__: done)
    assert audit.holes() == found
    assert said in capsys.readouterr().err


def test_a_licence_that_is_not_on_the_list_is_named(monkeypatch, capsys):
    monkeypatch.setattr(audit, "names", lambda: ["text-unidecode"])
    assert audit.licences() == 1
    assert "text-unidecode" in capsys.readouterr().err
