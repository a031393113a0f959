"""What the U.S. tariff schedule prints otherwise than when the rules were last read is a list of things to do."""

import json

import pytest
from pytest_httpserver import HTTPServer

from data import __main__ as command
from data import recipe
from data.refresh import chapter99
from data.refresh.problems import SourceProblem

READ = recipe.read("hts_chapter99")
LINES = READ[READ["revision"] == READ["revision"].iloc[-1]].fillna("").set_index("htsno")["general"].to_dict()
ADDED = "The duty provided in the applicable subheading + {} %"
# What stands in the answer instead or besides, and what has to be said of it; nothing is nothing to do.
CHANGES = {
    "as last read": ({}, []),
    "another rate": (
        {"9903.01.10": ADDED.format(45)},
        ["9903.01.10 now reads “The duty", "fent_CAN_2025-08-01 (35 %)"],
    ),
    "a new heading": ({"9903.03.99": ADDED.format(12)}, ["9903.03.99 is new: “The duty", "no rule names it"]),
    "a heading that is gone": ({"9903.01.01": None}, ["9903.01.01 is gone; it was “The duty", "look at fent_MEX"]),
    "a programme that was never read": ({"9903.88.01": ADDED.format(25)}, []),
}


@pytest.fixture
def address(tmp_path, monkeypatch):
    """The address of an answer on disk, and an empty store."""
    monkeypatch.setenv("DATA_STORE", str(tmp_path / "store"))
    return tmp_path / "exportList.json"


def written(address, changes):
    told = {heading: words for heading, words in {**LINES, **changes}.items() if words is not None}
    lines = [{"htsno": heading, "description": "x", "general": words} for heading, words in told.items()]
    address.write_text(json.dumps([{"htsno": "", "description": "x", "general": None}, *lines]), encoding="utf-8")
    return address


@pytest.mark.parametrize("name", CHANGES)
def test_what_is_printed_otherwise_is_to_be_looked_at(address, capsys, name):
    changes, said = CHANGES[name]
    assert command.main(["chapter99", "--from-file", str(written(address, changes))]) == 0
    found = capsys.readouterr().out
    assert f"last read: {bool(said):d}." in found
    assert all(part in found for part in said)
    assert len(chapter99.to_do()) == bool(said), "the check repeats it"


def test_it_is_asked_for_where_it_stands(address):
    body = written(address, CHANGES["a new heading"][0]).read_bytes()
    asked = {"from": "9903.01", "to": "9903.99", "format": "JSON", "styles": "false"}
    with HTTPServer() as server:
        server.expect_request("/reststop/exportList", query_string=asked).respond_with_data(body)
        chapter99.ask(server.url_for(""))
    assert len(chapter99.to_do()) == 1


def test_what_is_no_schedule_is_a_sentence_and_not_kept(address, capsys):
    for body in ("", "[]", "{}", "<html>", "[[]]"):
        address.write_text(body, encoding="utf-8")
        assert command.main(["chapter99", "--from-file", str(address)]) == 1
        assert "in place of headings of chapter 99; try later" in capsys.readouterr().err
    with pytest.raises(SourceProblem):
        chapter99.keep(address)
    assert chapter99.to_do() == []
