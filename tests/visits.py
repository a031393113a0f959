"""Visits to the site without a browser, for the tests: any page, in any language, with the filters of a link."""

import re
from functools import cache
from html import unescape
from pathlib import Path
from unittest.mock import MagicMock

from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.testing.v1 import AppTest, app_test, local_script_runner
from streamlit.util import calc_hash

from ui import site

ROOT = Path(__file__).resolve().parents[1]
# What would become links if a page took it for Markdown or HTML, and short enough to be shown whole.
EVIL = "https://evil.example www.evil.example a@evil.example <a href=//evil.example>x"
EVERY_PARAMETER = (
    *("from", "to", "sector", "currency", "year", "view", "lens", "base", "book", "level", "flow", "period", "rank"),
    *("pillar", "agenda_status"),
    *(
        "date",
        "cusma",
        "claims",
        "content",
        "override",
        "authority",
        "country",
        "partner",
        "status",
        "imposing",
        "hs10",
        "list",
    ),
    *("series", "event", "chapter", "promise", "category", "actor", "text", "product", "direction", "measure", "claim"),
    *("article", "topic", "verdict", "table", "term", "q", "kind", "what_if", "more", "programmes", "rules"),
    *("topics", "length"),
)
NOTICE = re.compile(r'<div class="notice" role="status"><p>(.*?)</p></div>', re.DOTALL)
TERM = re.compile(r'<button type="button" class="term" [^>]*>(.*?)</button>')
WITH_MARKS = re.compile(r"<span>([^<]*<button type=\"button\" class=\"term\".*?</button>[^<]*)</span>")
EXPLANATION = re.compile(r"<span popover .*?</span>")
BARE_DOLLAR = re.compile(r"(?<!\\)\$")
# Every page, a page that has views once for each of them.
PLACES = [(name, view) for name, page in site.pages().items() for view in page.views or ("",)]


# A visit has to have a limit; a loaded machine is no fault of a page.
PATIENCE_SECONDS = 600


def wait(runner, timeout):
    """For the end of the script; by itself an AppTest asks a thousand times a second whether it has come."""
    runner._script_thread.join(timeout)
    if runner._script_thread.is_alive():
        runner.request_stop()
        runner.join()
        raise RuntimeError(f"the page took longer than {timeout} seconds")


local_script_runner.require_widgets_deltas = wait
# What stands for the server is the same for every visit: to make one takes as long as a small page.
app_test.MagicMock = cache(MagicMock)


@cache
def no_components():
    """Without it every visit reads the metadata of all installed packages to look for components: 80 % of its time."""
    return BidiComponentManager()


def visit(page, language="en", turned_on=(), **params):
    """The page as it opens from a link; `turned_on` names switches that are on already."""
    at = AppTest.from_file(str(ROOT / "ui" / "frame.py"), default_timeout=PATIENCE_SECONDS)
    at._bidi_component_manager = no_components()
    for name, value in {"lang": language, **params}.items():
        at.query_params[name] = value
    for key in turned_on:
        at.session_state[key] = True
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
    return " ".join(without_explanations(block.proto.body) for block in at.get("html"))


def without_explanations(body):
    """What a page says where nobody opens a term: which terms are explained where is not what most tests are about."""
    return TERM.sub(r"\1", WITH_MARKS.sub(r"\1", EXPLANATION.sub("", body)))


def notices(at):
    """What is said about the address under the filters, as it stands in the page."""
    return [unescape(said) for said in NOTICE.findall(html(at))]


def charts(at):
    return at.get("vega_lite_chart")
