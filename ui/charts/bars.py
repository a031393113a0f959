"""Sorted bars with their names written above them, readable at any width."""

from functools import lru_cache
from typing import Any

import altair as alt

from ui.charts import palette
from ui.charts.specification import MILLIONS, MIRRORED_BILLIONS, finish, rows

ROW = 38
AXIS = 56
LEGEND = 48
SIDES = 20
STRENGTHS = [1, 0.68, 0.42, 0.2]
ROOM_FOR_TWO = 420
NAME_ABOVE = -14
# Names have the width of the chart.
NAME_ROOM = alt.ExprRef("width")
PICK = "pick"


def _height(count: int, beside: int = 0) -> int:
    """Room for the rows, and beside them for an axis or a legend: both come out of a chart's height."""
    return max(ROW * count, ROW * 2) + beside


@lru_cache
def ranked(value: str, name: str, form: str, count: int, language: str, scale: float = 1) -> dict[str, Any]:
    """One bar a row, the idea in column `idea` gives its colour; name and value stand above the bar."""
    y = alt.Y(f"{name}:N").sort(None).axis(None)
    base = alt.Chart(rows()).transform_calculate(shown=f"datum['{value}'] / {scale}")
    x = alt.X("shown:Q").axis(None).scale(zero=True)
    tooltip = [alt.Tooltip(f"{name}:N", title=" "), alt.Tooltip("shown:Q", title=" ", format=form)]
    bar = base.mark_bar(height=12, yOffset=4).encode(x=x, y=y, color=palette.by("idea"), tooltip=tooltip)
    written = f"datum.label + '\u2003' + format(datum.shown, '{form}')"
    names = base.transform_calculate(written=written).mark_text(align="left", dy=NAME_ABOVE + 4, limit=NAME_ROOM)
    values = names.encode(x=alt.value(0), y=y, text="written:N", color=palette.fill("ink"))
    return finish(alt.layer(bar, values), language, _height(count))


@lru_cache
def paired(
    left: str,
    right: str,
    code: str,
    headings: tuple[str, str],
    unit: str,
    count: int,
    language: str,
    sides: tuple[str, str],
    ideas: tuple[str, str] = ("CAN", "MEX"),
) -> dict[str, Any]:
    """Two bars a row from a common zero, each side in the hue of its idea: sold left, bought right by default.

    `sides` are the words above the bars of each side.
    """
    y = alt.Y(f"{code}:N").sort(None).axis(None)
    base = alt.Chart(rows())
    tooltip = [
        alt.Tooltip("label:N", title=" "),
        alt.Tooltip(f"{left}:Q", title=headings[0], format=MILLIONS),
        alt.Tooltip(f"{right}:Q", title=headings[1], format=MILLIONS),
    ]
    axis = alt.Axis(
        title=unit,
        labelExpr=MIRRORED_BILLIONS,
        tickCount=5,
        domain=False,
        ticks=False,
        titleAnchor="start",
    )
    x = alt.X("amount:Q").axis(axis)
    sold = base.transform_calculate(amount=f"-datum['{left}']")
    bought = base.transform_calculate(amount=f"+datum['{right}']")
    pick = alt.selection_point(name=PICK, fields=[code], on="click", clear=False)
    left_bar = sold.mark_bar(height=12, yOffset=4).encode(x=x, y=y, color=palette.fill(ideas[0]), tooltip=tooltip)
    right_bar = bought.mark_bar(height=12, yOffset=4).encode(x=x, y=y, color=palette.fill(ideas[1]), tooltip=tooltip)
    names = base.mark_text(align="left", dy=NAME_ABOVE + 4, limit=NAME_ROOM).encode(
        x=alt.value(0), y=y, text="label:N", color=palette.fill("ink")
    )
    drawn = [left_bar.add_params(pick), right_bar, names, *_sides(sides, ideas)]
    return finish(alt.layer(*drawn), language, _height(count, AXIS + SIDES))


def _sides(sides: tuple[str, str], ideas: tuple[str, str]) -> list[alt.Chart]:
    """What each side is, above it in its hue: the left one from the left edge, the right one to the right edge."""
    left, right = (
        alt.Chart(alt.Data(values=[{"words": words}])).encode(
            y=alt.value(-12), text="words:N", color=palette.label(idea)
        )
        for words, idea in ((f"◀ {sides[0]}", ideas[0]), (f"{sides[1]} ▶", ideas[1]))
    )
    return [
        left.mark_text(align="left", fontWeight=600).encode(x=alt.value(0)),
        right.mark_text(align="right", fontWeight=600).encode(x=alt.value("width")),
    ]


@lru_cache
def stacked(
    value: str, code: str, part: str, parts: tuple[str, ...], unit: str, count: int, language: str
) -> dict[str, Any]:
    """One bar a row cut into parts, in strengths of one grey, with a legend on top."""
    y = alt.Y(f"{code}:N").sort(None).axis(None)
    base = alt.Chart(rows())
    strengths = alt.Scale(type="ordinal", domain=list(parts), range=STRENGTHS[: len(parts)])
    legend = alt.Legend(
        orient="top",
        title=None,
        columns=alt.ExprRef(f"width < {ROOM_FOR_TWO} ? 1 : 2"),
        labelLimit=220,
        symbolType="square",
        symbolStrokeWidth=1,
    )
    strength = alt.FillOpacity(f"{part}:N", scale=strengths, legend=legend, sort=list(parts))
    axis = alt.Axis(title=unit, titleAnchor="start", format=",.4~r", tickCount=4, domain=False, ticks=False)
    x = alt.X(f"sum({value}):Q").axis(axis)
    tooltip = [
        alt.Tooltip("label:N", title=" "),
        alt.Tooltip(f"{part}:N", title=" "),
        alt.Tooltip(f"{value}:Q", title=" ", format=",.0f"),
    ]
    # A pale part keeps a rim of the full hue, so that it stands out from the paper.
    bar = base.mark_bar(height=12, yOffset=4, strokeWidth=1).encode(
        x=x,
        y=y,
        color=palette.fill("other_text"),
        stroke=palette.rim("other_text"),
        fillOpacity=strength,
        tooltip=tooltip,
        order="part_order:Q",
    )
    names = (
        base.transform_aggregate(label="min(label)", groupby=[code])
        .mark_text(align="left", dy=NAME_ABOVE + 4, limit=NAME_ROOM)
        .encode(x=alt.value(0), y=y, text="label:N", color=palette.fill("ink"))
    )
    return finish(alt.layer(bar, names), language, _height(count, AXIS + LEGEND))
