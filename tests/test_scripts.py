"""The shell asks for the scripts of what its page shows, and for those of other pages when that is there."""

import re

import pytest
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue

from tests.visits import visit
from ui import lean_session, shell, site

# By Streamlit's names of elements: the script that draws it; those without one are drawn by Streamlit's first script.
SCRIPTS = {
    "html": "Html",
    "vega_lite_chart": "ArrowVegaLiteChart",
    "slider": "Slider",
    "multiselect": "Multiselect",
    "selectbox": "Selectbox",
    "text_input": "TextInput",
    "button_group": "ButtonGroup",
    "checkbox": "Checkbox",
    "heading": "",
    "markdown": "",
    "empty": "",
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


@pytest.fixture
def sent(monkeypatch):
    """Messages of a run, in the order in which they are sent."""
    found = []

    def hand_over(session, message):
        found.append(message)

    monkeypatch.setattr(ForwardMsgQueue, "enqueue", hand_over)
    return found


def scripts(messages):
    """The scripts of the elements in messages."""
    elements = [message.delta.new_element.WhichOneof("type") for message in messages]
    shown = {element for element in elements if element}
    assert shown <= {*SCRIPTS}, "name its script"
    return {SCRIPTS[element] for element in shown} - {""}


@pytest.mark.parametrize("page", site.pages())
def test_the_shell_asks_for_what_its_page_shows_down_to_its_first_figure(page, sent):
    visit(page)
    waiting = lean_session._Waiting()
    ends = [waiting.ends_first_figure(message) for message in sent]
    cut = ends.index(True) + 1 if any(ends) else len(sent)
    first, rest = scripts(sent[:cut]), scripts(sent[cut:])
    declared = site.pages()[page]
    assert {*declared.elements} == first - {shell.EVERYWHERE}
    assert {*declared.below} == rest - first
    assert first <= kinds(asked_for(page))
    assert not {*declared.below} & kinds(asked_for(page))


@pytest.mark.parametrize("page", ["timeline", "tariffs"])
def test_what_stands_below_the_first_figure_is_loaded_once_that_is_drawn(page):
    then = shell.below(page)
    assert {*site.pages()[page].below} <= kinds(then)
    assert not {*asked_for(page)} & {*then}
    assert f'data-below="{" ".join(then)}" ' in shell.written(page, "en", "http://testserver").decode()


@pytest.mark.parametrize("page", ["overview", "tariffs"])
def test_what_other_pages_show_is_loaded_later(page):
    now, then = [*asked_for(page), *shell.below(page)], shell.later(page)
    assert not {*now} & {*then}
    assert {*asked_for("trade"), *asked_for("briefing")} <= {*now, *then}
    assert f' data-later="{" ".join(then)}">' in shell.written(page, "en", "http://testserver").decode()
