"""Events on a time chart: a thin rule each, its words above the plot where there is room, the weaker one dropped."""

from datetime import date
from typing import Any, NamedTuple

import altair as alt

from ui.charts import palette

NAME = "events"
# Above the unit of the axis: two rows of words, so that neighbours in time stand apart.
FIRST_ROW, ROW = -32, 15
# Around words, so that the rules of others do not strike through them.
RIM = 5
# How much lower the plot begins, and how many pixels a letter and the space around words take.
ROOM = 38
LETTER, SPACE = 6.2, 10
# The unit of the axis takes so many pixels above the plot: a rule there begins below it.
UNIT = 90


class Mark(NamedTuple):
    """An event on a time axis: the year or ISO date at which it stands, its words, what the pointer says, 1 to 3."""

    at: int | str
    words: str
    told: str
    strength: int


def room(marks: tuple[Mark, ...]) -> int:
    """Pixels that the words take above the plot."""
    return ROOM if marks else 0


def layer(marks: tuple[Mark, ...], field: str, x: alt.X) -> list[Any]:
    """The layer of the marks, on the chart's own axis `x`, which reads `field`."""
    if not marks:
        return []
    placed = [{field: mark.at, **row} for mark, row in zip(marks, _rows(marks), strict=True)]
    base = alt.Chart(alt.Data(values=placed)).encode(x=x, tooltip=alt.Tooltip("told:N", title=" "))
    top = f"scale('x', datum.place) < {UNIT} ? 0 : datum.height + {ROW / 2}"
    rules = base.mark_rule(strokeWidth=1, opacity=0.7).encode(
        y=alt.YValue(alt.ExprRef(top)), y2=alt.value("height"), color=palette.fill("other")
    )
    words = base.mark_text(align=alt.ExprRef(_side()), strokeWidth=RIM).encode(
        y=alt.YValue(alt.ExprRef("datum.height")),
        text="words:N",
        opacity=alt.condition(_fits(), alt.value(1), alt.value(0)),
        color=palette.fill("other_text"),
        stroke=palette.rim("paper"),
    )
    return [alt.layer(rules, words, name=NAME)]


def told(chart: dict[str, Any]) -> list[tuple[float, str]]:
    """(place in time, what the pointer says) of the events on a chart, each once."""
    layers = [part for part in chart.get("layer", []) if part.get("name") == NAME]
    # Altair gives the data to the layer where all its parts share them.
    given = [part.get("data") or layer["data"] for layer in layers for part in layer["layer"]]
    rows = [row for data in given for row in data["values"]]
    return sorted({(row.get("place", row.get("year")), row["told"]) for row in rows})


def without(chart: dict[str, Any]) -> dict[str, Any]:
    """The specification without its events."""
    return {**chart, "layer": [part for part in chart.get("layer", []) if part.get("name") != NAME]}


def _rows(marks: tuple[Mark, ...]) -> list[dict[str, Any]]:
    """Marks in the order of time, on alternate rows; each with the stronger neighbours on its row and their room."""
    width = [len(mark.words) * LETTER + SPACE for mark in marks]
    rows: list[dict[str, Any]] = [
        {
            "words": mark.words,
            "told": mark.told,
            "place": _number(mark.at),
            "half": width[n] / 2,
            "height": FIRST_ROW - ROW * (n % 2),
        }
        for n, mark in enumerate(marks)
    ]
    for n, mark in enumerate(marks):
        # Of equals the later one is the stronger. A stronger one farther off counts too: the nearer may have given way.
        before = [m for m in range(n - 2, -1, -2) if marks[m].strength > mark.strength]
        after = [m for m in range(n + 2, len(marks), 2) if marks[m].strength >= mark.strength]
        for side, stronger in (("before", before), ("after", after)):
            for near in stronger[:1]:
                rows[n] |= {side: rows[near]["place"], f"{side}_half": width[near] / 2}
    return rows


def _number(at: int | str) -> float:
    """A place on the axis as a scale takes it: the year, or milliseconds since 1970."""
    return at if isinstance(at, int) else (date.fromisoformat(at) - date(1970, 1, 1)).days * 86_400_000


def _fits() -> str:
    parts = []
    for side, other in (("before", "after"), ("after", "before")):
        gap = f"abs(scale('x', datum.place) - scale('x', datum.{side}))"
        taken = f"{_reach('place', 'half', side)} + {_reach(side, f'{side}_half', other)}"
        parts.append(f"(!isValid(datum.{side}) || {gap} >= {taken})")
    return " && ".join(parts)


def _reach(place: str, half: str, side: str) -> str:
    """How far words reach from their rule towards the side before or after it: those at an edge to one side only."""
    at, whole = f"scale('x', datum.{place})", f"2 * datum.{half}"
    last, first = (whole, "0") if side == "before" else ("0", whole)
    return f"({at} > width - datum.{half} ? {last} : {at} < datum.{half} ? {first} : datum.{half})"


def _side() -> str:
    """Words at an edge stay inside it."""
    at = "scale('x', datum.place)"
    return f"{at} > width - datum.half ? 'right' : {at} < datum.half ? 'left' : 'center'"
