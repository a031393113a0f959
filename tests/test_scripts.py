"""The shell asks for the scripts of what its page shows, and for those of other pages when that is there."""

import re

import pytest
from streamlit.testing.v1.element_tree import Element

from tests.visits import visit
from ui import shell, site

# By Streamlit's names of elements: the script that draws it; those without one are drawn by Streamlit's first script.
SCRIPTS = {
    "html": "Html",
    "vega_lite_chart": "ArrowVegaLiteChart",
    "slider": "Slider",
    "select_slider": "Slider",
    "multiselect": "Multiselect",
    "selectbox": "Selectbox",
    "text_input": "TextInput",
    "button_group": "ButtonGroup",
    "toggle": "Checkbox",
    "title": "",
    "caption": "",
    "markdown": "",
}


def asked_for(page):
    """The addresses of the scripts that the shell of a page asks for ahead."""
    written = shell.written(page, "en", "http://testserver").decode()
    return re.findall('<link rel="modulepreload"[^>]* href="([^"]+)"', written)


def kinds(addresses):
    return {address.rsplit("/")[-1].split(".")[0] for address in addresses}


def test_each_script_is_asked_for_ahead_once():
    found = asked_for("trade")
    assert len(found) == len(set(found)) > 100
    assert all((shell.SCRIPTS / address.rsplit("/")[-1]).is_file() for address in found)
    assert len(asked_for("search")) < len(asked_for("claims")) < len(found)


@pytest.mark.parametrize("page", site.pages())
def test_what_a_page_shows_is_what_its_shell_asks_for(page):
    at = visit(page)
    shown = {part.type for block in (at.main, at.sidebar) for part in block if isinstance(part, Element)}
    assert shown <= {*SCRIPTS}, "name its script"
    elements = {SCRIPTS[kind] for kind in shown} - {""}
    assert {*site.pages()[page].elements} == elements - {shell.EVERYWHERE}
    assert elements <= kinds(asked_for(page))


@pytest.mark.parametrize("page", ["overview", "tariffs"])
def test_what_other_pages_show_is_loaded_later(page):
    now, then = asked_for(page), shell.later(page)
    assert not {*now} & {*then}
    assert {*asked_for("trade"), *asked_for("briefing")} <= {*now, *then}
    assert f'<script data-later="{" ".join(then)}">' in shell.written(page, "en", "http://testserver").decode()
