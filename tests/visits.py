"""Visits to the site without a browser, for the tests: any page, in any language, with the filters of a link."""

import re
from functools import cache
from pathlib import Path

from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[1]
BARE_DOLLAR = re.compile(r"(?<!\\)\$")
VIEWS = [
    *(("investment", view) for view in ("positions", "countries")),
    *(("ledgers", view) for view in ("balance", "sectors", "causes", "payments", "published")),
    *(("tariffs", view) for view in ("time", "sectors", "coverage", "measures", "product", "band")),
    *(("trade", view) for view in ("sectors", "months", "partners", "growth", "products")),
    *(("people", view) for view in ("study", "ranking", "season", "provinces", "work", "asylum", "visas")),
]


@cache
def no_components():
    """Without it every visit reads the metadata of all installed packages to look for components: 80 % of its time."""
    return BidiComponentManager()


def visit(page, language="en", patience=30, turned_on=(), **params):
    """The page as it opens from a link; `turned_on` names switches that are on already."""
    at = AppTest.from_file(str(ROOT / "ui" / "frame.py"), default_timeout=patience)
    at._bidi_component_manager = no_components()
    for name, value in {"lang": language, **params}.items():
        at.query_params[name] = value
    for key in turned_on:
        at.session_state[key] = True
    at.switch_page(f"../pages/{page}.py")
    return at.run()


def formulas(at):
    """Markdown in which a pair of bare dollar signs would be set as a formula."""
    texts = [block.value for kind in (at.title, at.subheader, at.info, at.caption, at.markdown) for block in kind]
    texts += [button.label for button in at.button]
    return [text for text in texts if len(BARE_DOLLAR.findall(text)) > 1]


def html(at):
    return " ".join(block.proto.body for block in at.get("html"))


def charts(at):
    return at.get("vega_lite_chart")
