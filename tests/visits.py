"""Visits to the site without a browser, for the tests: any page, in any language, with the filters of a link."""

import re
from pathlib import Path

from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

ROOT = Path(__file__).resolve().parents[1]
BARE_DOLLAR = re.compile(r"(?<!\\)\$")
VIEWS = [
    *(("investment", view) for view in ("positions", "countries")),
    *(("ledgers", view) for view in ("balance", "sectors", "causes", "payments", "published")),
    *(("tariffs", view) for view in ("time", "sectors", "coverage", "measures", "product", "band")),
    *(("trade", view) for view in ("sectors", "months", "partners", "growth", "products")),
    *(("people", view) for view in ("study", "ranking", "season", "provinces", "work", "asylum", "visas")),
]


def visit(page, language="en", patience=30, **params):
    at = AppTest.from_file(str(ROOT / "ui" / "frame.py"), default_timeout=patience)
    for name, value in {"lang": language, **params}.items():
        at.query_params[name] = value
    # Before the first run switch_page() knows a page by its file's name, and all of ours are called page.py; a browser
    # asks for the hash of the address.
    at._page_hash = calc_hash(page)
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
