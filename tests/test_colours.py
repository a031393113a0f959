"""One hue per idea on every page, read from the records of what all charts draw (tests/seen)."""

import re

import pytest

from tests.seen.places import all_names
from tests.test_seen import FOLDER
from ui.charts.palette import seller

MARK = re.compile(r"^ +mark \d+ ")
HUE = re.compile(r"; (?:color|stroke) idea (CAN|MEX)(?:_text)? ")
PLACED = re.compile(r"; [xy] [^;]*")
FLOW = re.compile(r"\b(imports|exports)_(?:cad|usd|mxn|constant|of_total|index|12_months|before|change)\w*")
SERIES = re.compile(r"datum\.series == '(imports|exports)'")
BOOK = re.compile(r"\b(importer|exporter)_(?:record|index)")
# Pages on which imports and exports are those of Canada with Mexico.
PAGES = ("trade", "ledgers", "overview")


def marks(page):
    for name in sorted(all_names(["en"])):
        if name.split(".")[0].split("-")[0] == page:
            lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
            yield from ((f"{name}:{n}", line) for n, line in enumerate(lines, 1) if MARK.match(line))


def flows_of(line):
    placed = " ".join(PLACED.findall(line))
    return {flow for pattern, text in ((FLOW, placed), (SERIES, line)) for flow in pattern.findall(text)}


@pytest.mark.parametrize("page", PAGES)
def test_a_flow_has_the_hue_of_who_sells(page):
    seen = []
    for where, line in marks(page):
        hues, flows = set(HUE.findall(line)), flows_of(line)
        if hues and flows:
            assert hues == {seller(flow) for flow in flows}, where
            seen.append(where)
    assert page == "ledgers" or len(seen) > 3


def test_both_books_of_a_flow_have_one_hue():
    hues = {}
    for where, line in marks("ledgers"):
        if BOOK.search(" ".join(PLACED.findall(line))) and (hue := HUE.search(line)):
            hues.setdefault(hue[1], set()).update(BOOK.findall(line))
            assert hue[1] in ("CAN", "MEX"), where
    assert hues == {"MEX": {"importer", "exporter"}, "CAN": {"importer", "exporter"}}


def test_seller():
    assert [seller(flow, book) for book in ("CAN", "MEX") for flow in ("imports", "exports")] == [
        *("MEX", "CAN"),
        *("CAN", "MEX"),
    ]
