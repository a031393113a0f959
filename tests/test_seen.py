"""Does every page still say and draw what a person has read and approved? The records lie in tests/seen."""

import difflib
from pathlib import Path

import pytest

from data.catalog import LANGUAGES
from tests.seen import charts, day
from tests.seen.places import OTHER, all_names
from tests.seen.record import records
from ui import site

FOLDER = Path(__file__).resolve().parent / "seen"
LONGEST_DIFF = 120
HOW = "Read the difference; if a reader should see it so, run `make seen` and commit the files."


def difference(name, now):
    reviewed = (FOLDER / name).read_text(encoding="utf-8") if (FOLDER / name).is_file() else ""
    return list(difflib.unified_diff(reviewed.splitlines(), now.splitlines(), f"reviewed {name}", "now", "", "", 1, ""))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", OTHER)
def test_a_page_says_what_was_reviewed(page, language):
    with day.fixed():
        for name, now in records(page, language):
            if changed := difference(name, now):
                pytest.fail("\n".join([HOW, *changed[:LONGEST_DIFF], f"({len(changed)} lines)"]), pytrace=False)


def test_every_page_has_its_records_and_no_record_is_of_another():
    assert set(OTHER) == set(site.pages())
    assert {path.name for path in FOLDER.glob("*.txt")} == all_names(LANGUAGES)


@pytest.mark.parametrize(
    ("change", "sound"),
    [
        ({}, True),
        ({"mark": "bars"}, False),
        ({"encoding": {"x": 1}}, False),
        ({"transform": [{"filter": "Expression('datum.a')"}]}, False),
    ],
)
def test_a_chart_that_the_schema_does_not_take_is_noticed(change, sound):
    drawn = {"data": {"name": "source"}, "mark": "bar", "encoding": {"color": {"datum": "CAN", "scale": {}}}}
    assert charts.sound(drawn | change) is sound
