"""Streamlit's own words: each that we translate is one that it writes, and every language has all of them."""

import re
import tomllib

import pytest

from data import catalog
from ui.language import DEFAULT, TEXTS
from ui.shell import SCRIPTS

WORDS = tomllib.loads((TEXTS / "platform.toml").read_text(encoding="utf-8"))
# Where Streamlit puts a phrase together from parts.
PUT_TOGETHER = re.compile(r"[*0-9.:!—]+|\boptions?\b")
OTHERS = [code for code in catalog.LANGUAGES if code != DEFAULT]


def test_every_language_has_the_same_words():
    first = set(WORDS[OTHERS[0]])
    assert set(WORDS) == set(catalog.LANGUAGES)
    assert WORDS[DEFAULT].keys() <= first
    assert [code for code in OTHERS if set(WORDS[code]) != first] == []


@pytest.mark.parametrize("code", catalog.LANGUAGES)
def test_what_comes_between_stays(code):
    assert [said for said, word in WORDS[code].items() if word.count("*") != said.count("*")] == []


def test_streamlit_still_writes_them():
    """After an update: a phrase that is in none of its scripts has another wording now."""
    scripts = "".join(path.read_text(encoding="utf-8", errors="ignore") for path in sorted(SCRIPTS.glob("*.js")))
    longest = {said: max(PUT_TOGETHER.split(said), key=len).strip() for said in WORDS[OTHERS[0]]}
    assert [said for said, part in longest.items() if part not in scripts] == []
