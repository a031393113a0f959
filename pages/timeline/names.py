"""Where the names of the strongest events stand: in rows above and below the stems, so that none covers another."""

import math
from collections import defaultdict
from collections.abc import Hashable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

import pandas as pd

# A phone's chart in pixels, a letter, the space around a name; beyond so many rows a name is left out, not its mark.
NARROWEST, LETTER, SPACE, MOST_ROWS = 340, 6.7, 8, 8
A_DAY = timedelta(days=1)


class Place(NamedTuple):
    """A name's place: where its event lies (0 to 1), where its text begins and ends, the side of the text, its row."""

    at: float
    start: float
    end: float
    side: str
    row: int


def placed(
    events: pd.DataFrame, first: date, last: date, corners: tuple[str, str]
) -> tuple[pd.DataFrame, tuple[int, int]]:
    """The events with `side` and `row` of their names (row 1 next to the stems), and the rows taken above and below.

    `label` is emptied where there is no room. `corners` are the words at the left of the outermost row above and below:
    where a name or its line stands there, they have one more.
    """
    named: defaultdict[str, dict[Hashable, tuple[float, str]]] = defaultdict(dict)
    for place, effect, day, label in zip(events.index, events["effect"], events["date"], events["label"], strict=True):
        if label:
            named[effect][place] = ((day - first) / max(last - first, A_DAY), label)
    by_effect = {effect: _in_rows(texts) for effect, texts in named.items()}
    places = {place: found for of_effect in by_effect.values() for place, found in of_effect.items()}
    found = [places.get(place) for place in events.index]
    done = events.assign(
        side=[place.side if place else None for place in found],
        row=[place.row if place else math.nan for place in found],
        label=[
            label if place and place.row <= MOST_ROWS else ""
            for place, label in zip(found, events["label"], strict=True)
        ],
    )
    above, below = corners
    return done, (_rows_taken(by_effect.get("repair", {}), above), _rows_taken(by_effect.get("strain", {}), below))


def _rows_taken(places: Mapping[Hashable, Place], corner: str) -> int:
    shown = [place for place in places.values() if place.row <= MOST_ROWS]
    last = max((place.row for place in shown), default=0)
    return last + any(place.row == last and place.start < _width(corner) for place in shown)


def _width(words: str) -> float:
    """The part of a phone's chart that words take."""
    return (LETTER * len(words) + SPACE) / NARROWEST


def _in_rows(texts: dict[Hashable, tuple[float, str]]) -> dict[Hashable, Place]:
    """A place for each text: those of the later half run to the left, oldest first, the others to the right."""
    in_time = sorted(texts, key=lambda place: texts[place][0])
    late = [place for place in in_time if texts[place][0] > 0.5]
    early = [place for place in reversed(in_time) if texts[place][0] <= 0.5]
    found: dict[Hashable, Place] = {}
    for place in [*late, *early]:
        at, label = texts[place]
        width = _width(label)
        side, start, end = ("left", at - width, at) if at > 0.5 else ("right", at, at + width)
        wanted = Place(at, start, end, side, 1)
        found[place] = next(
            (p for row in range(1, MOST_ROWS + 1) if _fits(p := wanted._replace(row=row), found)),
            wanted._replace(row=MOST_ROWS + 1),
        )
    return found


def _fits(wanted: Place, others: dict[Hashable, Place]) -> bool:
    """Does it neither cover a name in its row, nor the line that leads past its row to another?"""
    return not any(
        (other.row == wanted.row and wanted.start < other.end and other.start < wanted.end)
        or (other.row > wanted.row and wanted.start < other.at < wanted.end)
        for other in others.values()
    )
