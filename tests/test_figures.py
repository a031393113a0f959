"""Numbers that governments and the press publish come out of our queries."""

import tomllib
from pathlib import Path

import pytest

import queries

FIGURES = tomllib.loads((Path(__file__).parent / "figures.toml").read_text(encoding="utf-8"))["figure"]
ROUNDING = 0.06


def cell(figure, frame):
    for column, wanted in figure.get("row", {}).items():
        frame = frame[frame[column].astype(str).str.startswith(str(wanted))]
    assert len(frame) == 1, f"{len(frame)} rows for {figure['says']}"
    return float(frame.iloc[0][figure["column"]])


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure["says"])
def test_published_figure(figure):
    found = cell(figure, queries.ask(figure["query"], **figure["params"]).frame)
    assert found == pytest.approx(figure["value"], abs=figure.get("tolerance", ROUNDING))


def test_all_events_are_there():
    assert len(queries.ask("events").frame) == 137
