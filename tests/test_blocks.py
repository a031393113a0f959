"""Blocks of HTML: each template is used, everything put into it is escaped, and no HTML is put together in Python."""

import ast
import re
from pathlib import Path

import pytest
from cachetools import LRUCache
from jinja2 import UndefinedError
from markupsafe import Markup
from streamlit.proto.NewSession_pb2 import CustomThemeConfig

from ui import blocks, lean_session

ROOT = Path(__file__).resolve().parents[1]
CODE = [*(ROOT / "ui").rglob("*.py"), *(ROOT / "pages").rglob("*.py")]
TEMPLATES = {path.stem: path.read_text(encoding="utf-8") for path in (ROOT / "ui" / "templates").iterdir()}
HOSTILE = '<img src=x onerror=alert(1)> "quoted" & **so**'
TAG = re.compile(r"</?[a-z][a-z0-9]*[ >]")


def test_every_template_is_used_and_exists():
    called = {
        node.args[0].value
        for path in CODE
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("blocks.render", "render")
    }
    assert called | {"macros"} == set(TEMPLATES)


def test_no_template_lets_markup_through():
    assert [name for name, text in TEMPLATES.items() if re.search(r"safe|autoescape|Markup", text)] == []


SOURCE = ("name", "titles", "titles_lang", "lang", "url")


def test_what_is_put_in_is_escaped():
    for made in (
        blocks.render("answer", sentence=HOSTILE),
        blocks.render("points", title=HOSTILE, sentences=[HOSTILE], kind="ul"),
        blocks.render("see_also", places=[(f"trade?{HOSTILE}", HOSTILE)]),
        blocks.render("source_line", label="", sources=[dict.fromkeys(SOURCE, HOSTILE)]),
    ):
        assert "<img" not in made
        assert "&lt;img" in made
        assert '"quoted"' not in made
    assert "<strong>so</strong>" in blocks.render("answer", sentence=HOSTILE)


def test_a_value_left_out_is_an_error():
    with pytest.raises(UndefinedError):
        blocks.render("badge")


def test_python_puts_no_html_together():
    """But for the paragraph around a line of sources, in one place, and for the shell, which is Streamlit's own page."""
    for path in CODE:
        strings = [
            node.value
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        ]
        may_be = {'<p class="source">', "</p>"} if path == ROOT / "ui" / "sources.py" else set()
        assert path.name == "shell.py" or {text for text in strings if TAG.search(text)} <= may_be, path


def test_a_block_filled_again_is_known_and_values_that_look_alike_are_not_the_same(monkeypatch):
    filled, fill = [], blocks._filled
    monkeypatch.setattr(blocks, "_filled", lambda *given: filled.append(1) or fill(*given))
    monkeypatch.setattr(blocks, "_known", LRUCache(1000, len))
    said = [blocks.render("badge", sentence=value) for value in ("a", "a", 1, True, 1.0, Markup("<b>"), "<b>")]
    assert len(filled) == len({*said}) == 6


def test_the_theme_is_said_as_streamlit_says_it():
    for section in ("theme", "theme.light", "theme.dark", "theme.sidebar", "theme.light.sidebar"):
        theirs, ours = CustomThemeConfig(), CustomThemeConfig()
        lean_session._theme_by_streamlit(theirs, section)
        lean_session._theme(ours, section)
        assert ours == theirs
    assert theirs.ByteSize()
