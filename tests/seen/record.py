"""The records of one page in one language: a file a view, with the default state and, in one language, another."""

import json
import logging
from contextlib import contextmanager

from tests.seen import charts, page
from tests.seen.places import file_name, language_of_other, states, views
from tests.visits import charts as every_chart
from tests.visits import formulas, visit

ROWS = "rows:"
HEADINGS = ("h2", "heading", "slider", "multiselect", "p.see-also", "button_group", "footer", "menu")
LINK = "‹the link of this page›"


def records(name, language):
    """(File name, text) of every view in turn; what stands in a file before it word for word is only named."""
    known = {}
    for view in views(name):
        file = file_name(name, view, language)
        default, other = states(name, view)
        first, switches = state(name, language, default)
        parts = [f"# {name}{' · ' + view if view else ''}", *named(first, known, file)]
        if language == language_of_other(name, view):
            second, _ = state(name, language, other, switches)
            asked = "&".join(f"{key}={value}" for key, value in other.items())
            parts += [f"# {name}?{asked}", *named(second, known, file)]
        yield file, "\n\n".join(parts) + "\n"


@contextmanager
def quiet():
    """Streamlit warns at every value that is read without a browser."""
    logging.disable(logging.WARNING)
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)


def state(name, language, params, switches=()):
    """The sections of a page in one state, and its switches that show rows; `switches` are on."""
    with quiet():
        at = visit(name, language, turned_on=switches, **params)
        wrong = [problem.value for problem in (*at.exception, *at.error)] + formulas(at)
        wrong += unsound(at)
        assert not wrong, f"{name} in {language} with {params}: {wrong[0]}"
        lines = page.lines(at)
    address = next((line.partition("code: ")[2] for line in lines if line.strip().startswith("code: ?")), "")
    if address:
        lines = [line if line.strip() == f"code: {address}" else line.replace(address, LINK) for line in lines]
    return sections(lines), [key for key in map(key_of, at.toggle) if key.startswith(ROWS)]


def unsound(at):
    """The charts that the schema does not take; the site itself trusts its own charts."""
    drawn = [chart.proto for chart in every_chart(at)]
    return [f"no sound chart: {proto.alt}" for proto in drawn if not charts.sound(json.loads(proto.spec))]


def key_of(element):
    """The key that a widget was given, which its id ends with."""
    return element.proto.id.split("-", 2)[2]


def sections(lines):
    """The page cut before every heading, filter, figure and the like."""
    found = [[]]
    for line in lines:
        if line.startswith(HEADINGS):
            found.append([])
        found[-1].append(line)
    return ["\n".join(section) for section in found if section]


def named(parts, known, file):
    """The sections; of those that stand somewhere already only where."""
    found = []
    for part in parts:
        found.append(f"({part.splitlines()[0]} ‹as in {known[part]}›)" if part in known else part)
        known.setdefault(part, file)
    return found
