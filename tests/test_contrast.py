"""Every pair of colours is far enough apart (WCAG 2.2, 1.4.3 and 1.4.11), in both schemes, from the real styles."""

import re

import pytest

from tests.contrast import SCHEMES, THEME, grounds, ideas, painted, ratio, rules, through
from tests.seen.places import all_names
from tests.test_seen import FOLDER

TEXT, GRAPHIC = 4.5, 3
# What fills a mark, and what only lies under others: land, bands and the gap between two lines.
UNDER = {"paper", "faint"}
# Marks in HTML; what else has a ground of its own has words on it.
MARKS = (".overview-bar b", ".swatch")
WRITTEN = re.compile(
    r"^ +mark \d+ text (\{.*?\});.*; color (?:idea (?!in the )(\w+)|(\w+)(?: = .*?)? in the colours of ideas)"
)
PALE = re.compile(r"^ +mark \d+ \w+.*fillOpacity")
RIM = re.compile(r"; stroke (?:idea (\w+)|\w+ in the colours of ideas)")
LARGE = re.compile(r"fontSize: (2\d)")


def marks():
    """Every mark of every chart that is recorded, with its place."""
    for name in sorted(all_names(["en", "fr", "es"])):
        for n, line in enumerate((FOLDER / name).read_text(encoding="utf-8").splitlines(), 1):
            if line.startswith("  mark "):
                yield f"{name}:{n}", line


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_theme_is_read_on_every_ground(scheme):
    theme = THEME[scheme]
    for name in ("textColor", "linkColor", "primaryColor"):
        assert min(ratio(theme[name], ground) for ground in grounds(scheme)) >= TEXT, name


@pytest.mark.parametrize("scheme", SCHEMES)
def test_hues_of_charts_are_seen_and_their_words_are_read(scheme):
    paper = THEME[scheme]["backgroundColor"]
    for idea, hue in ideas(scheme).items():
        least = TEXT if idea.endswith("_text") or idea in ("ink", "strain", "repair") else GRAPHIC
        assert idea in UNDER or ratio(hue, paper) >= least, idea


@pytest.mark.parametrize("scheme", SCHEMES)
def test_colours_of_style_sheets_are_far_enough_apart(scheme):
    page, fields, *side = grounds(scheme)
    looked_at = set()
    for selector, declared in rules():
        own = painted(declared.get("background"), scheme)
        own = THEME[scheme]["primaryColor"] if "[data-tag]" in selector else own
        is_mark = selector.startswith(MARKS)
        for name, value in declared.items():
            colour = painted(value, scheme)
            if colour is None:
                continue
            looked_at.add(name)
            if name == "background" and not is_mark:
                colour = painted(declared.get("color"), scheme) or THEME[scheme]["textColor"]
            is_text = name in ("color", "fill") or (name == "background" and not is_mark)
            against = [page] if is_mark else [page, fields, *(side if name == "outline" else [])]
            against = [own] if own and is_text else against
            least = TEXT if is_text else GRAPHIC
            assert min(ratio(colour, ground) for ground in against) >= least, selector
    assert {"color", "fill", "background", "--hue", "border-color", "outline", "box-shadow"} <= looked_at


@pytest.mark.parametrize("scheme", SCHEMES)
def test_softened_words_are_read(scheme):
    strengths = {
        selector: float(declared["opacity"].split()[0]) for selector, declared in rules() if "opacity" in declared
    }
    assert len(strengths) > 10
    # A source line within a step that is set aside, or within what a tap has found, is softened twice.
    within = strengths[".steps .aside"] * strengths[".subtitle, .source, .chip-note"]
    for selector, strength in {**strengths, "a source in a step aside": within}.items():
        for ground in grounds(scheme):
            seen = through(THEME[scheme]["textColor"], strength, ground)
            assert ratio(seen, ground) >= TEXT, selector


# Words that stand in the specification itself say their hues there.
NAMED = re.compile(r"\bname_idea: (\w+)")


def test_words_on_charts_have_hues_for_words():
    readable = {idea for idea in ideas("light") if idea.endswith("_text")} | {"ink", "strain", "repair", "paper"}
    seen = set()
    for where, line in marks():
        if found := WRITTEN.match(line):
            look, idea, column = found.groups()
            seen.add(idea or column)
            if not LARGE.search(look):
                assert idea in readable if idea else column != "idea", where
                assert {*NAMED.findall(line)} <= readable, where
    assert len(seen) > 8


def test_what_is_pale_on_a_chart_has_a_rim_of_its_full_hue():
    pale = [(where, RIM.search(line)) for where, line in marks() if PALE.match(line)]
    assert len(pale) > 50
    assert [where for where, rim in pale if not rim or rim[1] in UNDER] == []
