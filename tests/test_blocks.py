"""Blocks of HTML: each template is used, everything put into it is escaped, and no HTML is put together in Python."""

import ast
import re
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from ui import blocks

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
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "blocks.render"
    }
    assert called | {"macros"} == set(TEMPLATES)


@pytest.mark.parametrize("name", TEMPLATES)
def test_no_template_lets_markup_through(name):
    assert not re.search(r"safe|autoescape|Markup", TEMPLATES[name])


def test_what_is_put_in_is_escaped():
    for made in (
        blocks.render("answer", sentence=HOSTILE),
        blocks.render("points", title=HOSTILE, sentences=[HOSTILE], kind="ul"),
        blocks.render("see_also", places=[(f"trade?{HOSTILE}", HOSTILE)]),
        blocks.render("source_line", label="", sources=[{"name": HOSTILE, "titles": HOSTILE, "url": HOSTILE}]),
    ):
        assert "<img" not in made
        assert "&lt;img" in made
        assert '"quoted"' not in made
    assert "<strong>so</strong>" in blocks.render("answer", sentence=HOSTILE)


def test_a_value_left_out_is_an_error():
    with pytest.raises(UndefinedError):
        blocks.render("badge")


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_python_puts_no_html_together(path):
    """But for the paragraph around a line of sources, in one place, and for the shell, which is Streamlit's own page."""
    if path.name == "shell.py":
        return
    strings = [
        node.value
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    assert {text for text in strings if TAG.search(text)} <= (
        {'<p class="source">', "</p>"} if path.name == "figure.py" else set()
    )
