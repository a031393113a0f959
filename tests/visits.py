"""Visits to the site without a browser, for the tests: any page, in any language, with the filters of a link."""

import re
from pathlib import Path

from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from ui import site

ROOT = Path(__file__).resolve().parents[1]
BARE_DOLLAR = re.compile(r"(?<!\\)\$")
VIEWS = [(name, view) for name, page in site.pages().items() for view in page.views]
# Every page, a page that has views once for each of them.
PLACES = [(name, view) for name, page in site.pages().items() for view in page.views or ("",)]


# A visit has to have a limit; a loaded machine is no fault of a page.
PATIENCE_SECONDS = 600


def visit(page, language="en", **params):
    at = AppTest.from_file(str(ROOT / "ui" / "frame.py"), default_timeout=PATIENCE_SECONDS)
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
