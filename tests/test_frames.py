"""Rows packed into bytes: a few are left unpacked for whoever asks next, and nobody changes what another sees."""

import pandas as pd
import pytest

import queries
from data import frames


@pytest.fixture(autouse=True)
def _nothing_unpacked():
    frames._unpacked.clear()
    yield
    frames._unpacked.clear()


def made(rows=3):
    return pd.DataFrame({"name": [f"row {n}" for n in range(rows)], "value": [n / 2 for n in range(rows)]})


@pytest.mark.parametrize("change", ["cell", "column", "row", "index"])
def test_what_one_does_with_rows_nobody_else_sees(change):
    packed = frames.packed(made())
    mine = frames.unpacked(packed)
    if change == "cell":
        mine.loc[0, "value"] = 99.0
    elif change == "column":
        mine["name"] = "other"
    elif change == "row":
        mine.loc[len(mine)] = ["new", 1.0]
    else:
        mine.index = mine.index + 5
    pd.testing.assert_frame_equal(frames.unpacked(packed), made())


def test_what_the_packer_does_afterwards_changes_no_packed_rows():
    frame = made()
    packed = frames.packed(frame)
    frame.loc[0, "name"] = "other"
    pd.testing.assert_frame_equal(frames.unpacked(packed), made())


def test_rows_come_out_of_the_bytes_as_they_went_in_and_the_next_time_without_them(monkeypatch):
    packed = frames.packed(made())
    frames._unpacked.clear()
    pd.testing.assert_frame_equal(frames.unpacked(packed), made())
    monkeypatch.setattr(frames.pickle, "loads", lambda _: pytest.fail("unpacked again"))
    pd.testing.assert_frame_equal(frames.unpacked(packed), made())


def test_few_frames_are_left_unpacked_and_no_large_ones(monkeypatch):
    packed = [frames.packed(made(rows)) for rows in range(1, frames.MOST_UNPACKED + 3)]
    assert list(frames._unpacked) == packed[2:], "those that nobody has looked at for longest go"
    monkeypatch.setattr(frames, "LARGEST_UNPACKED", 100)
    assert frames.packed(made(50)) not in frames._unpacked


@pytest.mark.parametrize("name", ["direct_investment", "events", "tariff_ranking", "claims", "trade_monthly"])
def test_rows_as_dictionaries_are_those_that_pandas_gives(name):
    frame = queries.ask(name).frame
    found, expected = frames.records(frame), frame.to_dict("records")
    assert len(found) == len(expected) > 0
    for ours, theirs in zip(found, expected, strict=True):
        assert [type(value) for value in ours.values()] == [type(value) for value in theirs.values()]
        assert repr(ours) == repr(theirs)
