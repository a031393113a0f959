"""Lanes under each other on one axis of years, each with its own unit; the pointer reads all of them at once."""

from functools import lru_cache
from json import dumps
from typing import Any, NamedTuple

import altair as alt

from ui.charts import palette
from ui.charts.specification import BILLIONS, finish, rows

HEIGHT = 680
# Parts of the plot: where the first lane begins, how high a lane is, how far the next begins.
TOP, LANE, STEP = 0.03, 0.19, 0.26
TICKS, LEFT = 3, 48
NARROW, ROOM_NARROW, ROOM_WIDE = 560, 104, 150
ROOM = f"(width < {NARROW} ? {ROOM_NARROW} : {ROOM_WIDE})"
NUMBER = "format(abs(datum.value), ',.4~r')"
LINES, BARS, LINE = "lines", "bars", "\n"


class Series(NamedTuple):
    """A column, its hue, its words in the tooltip, the word at its end, and by how many pixels that is moved.

    Without a word, which may be empty, nothing stands at its end.
    """

    column: str
    idea: str
    name: str
    word: str | None
    shift: int = 0


class Lane(NamedTuple):
    """What a lane shows, with its unit; its series, money in millions or not, drawn as lines or as bars around zero."""

    title: str
    series: tuple[Series, ...]
    is_money: bool
    form: str = LINES


@lru_cache
def lanes(span: tuple[int, int], drawn: tuple[Lane, ...], year: str, language: str) -> dict[str, Any]:
    """Wide rows, one a year and one column a series; empty cells break a line."""
    base = alt.Chart(rows())
    axis = alt.Axis(title=None, format="d", grid=False, ticks=False, tickMinStep=1, labelOverlap="greedy", labelAngle=0)
    places = alt.Scale(domain=[span[0] - 0.5, span[1] + 0.5], nice=False, range=[0, alt.ExprRef(f"width - {ROOM}")])
    x = alt.X("year:Q").axis(axis).scale(places)
    parts = [_lane(base, x, lane, TOP + place * STEP, span) for place, lane in enumerate(drawn)]
    near = alt.selection_point(name="near", fields=["year"], nearest=True, on="pointerover", empty=False)
    tooltip = [alt.Tooltip("year:Q", title=year, format="d")] + [
        alt.Tooltip(f"{one.column}:Q", title=one.name, format=",.0f") for lane in drawn for one in lane.series
    ]
    pointer = (
        base.mark_rule(strokeWidth=alt.ExprRef(f"(width - {ROOM}) / {span[1] - span[0] + 1}"))
        .encode(
            x=x,
            y=alt.value(0),
            y2=alt.value("height"),
            opacity=alt.condition(near, alt.value(0.12), alt.value(0.001)),
            tooltip=tooltip,
        )
        .add_params(near)
    )
    return finish(alt.layer(*parts, pointer).resolve_scale(y="independent"), language, HEIGHT)


def _lane(base: alt.Chart, x: alt.X, lane: Lane, top: float, span: tuple[int, int]) -> Any:
    scale = alt.Scale(zero=True, nice=TICKS, range=[alt.ExprRef(f"height * {end}") for end in (top + LANE, top)])
    axis = alt.Axis(
        title=lane.title,
        titleAngle=0,
        titleAlign="left",
        titleAnchor="start",
        titleX=-LEFT,
        titleLimit=alt.ExprRef(f"width + {LEFT}"),
        minExtent=LEFT,
        maxExtent=LEFT,
        titleY=alt.ExprRef(f"height * {top} - 14"),
        orient="left",
        domain=False,
        ticks=False,
        tickCount=TICKS,
        grid=True,
        labelExpr=BILLIONS if lane.is_money else NUMBER,
    )
    layers: list[alt.Chart] = []
    for one in lane.series:
        y = alt.Y(f"{one.column}:Q").axis(axis).scale(scale)
        encoded = base.encode(x=x, y=y, color=palette.fill(one.idea))
        layers += _marks(encoded, one.column, lane.form)
        layers += _end(base, x, y, one, lane.is_money, span[1])
    return alt.layer(*layers)


def _marks(encoded: alt.Chart, column: str, form: str) -> list[alt.Chart]:
    if form == BARS:
        return [encoded.mark_bar(size=alt.ExprRef(f"(width - {ROOM}) / 50"))]
    dots = encoded.transform_filter(f"isValid(datum['{column}'])").mark_point(size=18, filled=True, opacity=1)
    return [encoded.mark_line(strokeWidth=2.5, invalid="break-paths-show-domains"), dots]


def _end(base: alt.Chart, x: alt.X, y: alt.Y, one: Series, is_money: bool, last: int) -> list[alt.Chart]:
    """The last value with its word, right of the lines or under the value; its year where there are newer ones."""
    if one.word is None:
        return []
    value = f"datum['{one.column}'] / 1000, ',.1f'" if is_money else f"abs(datum['{one.column}']), ',.0f'"
    known = base.transform_filter(f"isValid(datum['{one.column}'])").transform_window(
        place="row_number()", sort=[alt.SortField("year", "descending")]
    )
    year = f"(datum.year < {last - 1} ? ' (' + datum.year + ')' : '')"
    end = known.transform_filter("datum.place == 1").transform_calculate(
        written=f"format({value}) + {year} + (width < {NARROW} ? {dumps(LINE + one.word)} : {dumps(' ' + one.word)})"
    )
    named = end.mark_text(align="left", fontWeight=600, dy=one.shift, lineBreak=LINE)
    at = alt.XValue(alt.ExprRef(f"width - {ROOM} + 6"))
    return [named.encode(x=at, y=y, text="written:N", color=palette.label(one.idea))]
