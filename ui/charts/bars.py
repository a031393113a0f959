"""Sorted bars with their names written above them, readable at any width."""

from functools import cache
from typing import Any

import altair as alt

from ui.charts import palette
from ui.charts.specification import MIRRORED_BILLIONS, finish, rows, value_axis, year_axis

ROW = 38
AXIS = 56
LEGEND = 48
STRENGTHS = [1, 0.68, 0.42, 0.2]
ROOM_FOR_VALUE = 27
ROOM_FOR_TWO = 420
NAME_ABOVE = -14
PICK = "pick"


def _height(count: int, beside: int = 0) -> int:
    """Room for the rows, and beside them for an axis or a legend: both come out of a chart's height."""
    return max(ROW * count, ROW * 2) + beside


@cache
def ranked(value: str, name: str, form: str, count: int, language: str, scale: float = 1) -> dict[str, Any]:
    """One bar a row, the idea in column `idea` gives its colour; name and value stand above the bar."""
    y = alt.Y(f"{name}:N").sort(None).axis(None)
    base = alt.Chart(rows()).transform_calculate(shown=f"datum['{value}'] / {scale}")
    x = alt.X("shown:Q").axis(None).scale(zero=True)
    tooltip = [alt.Tooltip(f"{name}:N", title=" "), alt.Tooltip("shown:Q", title=" ", format=form)]
    bar = base.mark_bar(height=12, yOffset=4).encode(x=x, y=y, color=palette.by("idea"), tooltip=tooltip)
    written = f"datum.label + '   ' + format(datum.shown, '{form}')"
    names = base.transform_calculate(written=written).mark_text(align="left", dy=NAME_ABOVE + 4)
    values = names.encode(x=alt.value(0), y=y, text="written:N", color=palette.fill("ink"))
    return finish(alt.layer(bar, values), language, _height(count))


@cache
def paired(
    left: str,
    right: str,
    code: str,
    headings: tuple[str, str],
    unit: str,
    count: int,
    language: str,
    ideas: tuple[str, str] = ("CAN", "MEX"),
) -> dict[str, Any]:
    """Two bars a row from a common zero, each side in the hue of its idea: sold left, bought right by default."""
    y = alt.Y(f"{code}:N").sort(None).axis(None)
    base = alt.Chart(rows())
    tooltip = [
        alt.Tooltip("label:N", title=" "),
        alt.Tooltip(f"{left}:Q", title=headings[0], format=",.0f"),
        alt.Tooltip(f"{right}:Q", title=headings[1], format=",.0f"),
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
    names = base.mark_text(align="left", dy=NAME_ABOVE + 4, limit=330).encode(
        x=alt.value(0), y=y, text="label:N", color=palette.fill("ink")
    )
    return finish(alt.layer(left_bar.add_params(pick), right_bar, names), language, _height(count, AXIS))


@cache
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
    )
    strength = alt.Opacity(f"{part}:N", scale=strengths, legend=legend, sort=list(parts))
    axis = alt.Axis(title=unit, titleAnchor="start", format=",.4~r", tickCount=4, domain=False, ticks=False)
    x = alt.X(f"sum({value}):Q").axis(axis)
    tooltip = [
        alt.Tooltip("label:N", title=" "),
        alt.Tooltip(f"{part}:N", title=" "),
        alt.Tooltip(f"{value}:Q", title=" ", format=",.0f"),
    ]
    bar = base.mark_bar(height=12, yOffset=4).encode(
        x=x, y=y, color=palette.fill("other_text"), opacity=strength, tooltip=tooltip, order="part_order:Q"
    )
    names = (
        base.transform_aggregate(label="min(label)", groupby=[code])
        .mark_text(align="left", dy=NAME_ABOVE + 4, limit=330)
        .encode(x=alt.value(0), y=y, text="label:N", color=palette.fill("ink"))
    )
    return finish(alt.layer(bar, names), language, _height(count, AXIS + LEGEND))


@cache
def by_year(
    value: str,
    idea: str,
    unit: str,
    billions: bool,
    headings: tuple[str, str],
    years: tuple[int, int],
    language: str,
) -> dict[str, Any]:
    """Bars by year; a year without rows stays empty.

    Column `style` says solid, light (another vintage, a partial year), hollow (quoted, not official) or mark (what
    the press says, a diamond); column `written` is the value as it stands on the bar.
    """
    x = alt.X("year:O").axis(year_axis()).scale(domain=list(range(years[0], years[1] + 1)))
    y = alt.Y(f"{value}:Q").axis(value_axis(unit, billions)).scale(zero=True)
    tooltip = [
        alt.Tooltip("year:O", title=headings[0]),
        alt.Tooltip(f"{value}:Q", title=headings[1], format=",.0f"),
        alt.Tooltip("series_name:N", title=" "),
    ]
    strength = (
        alt.when("datum.style == 'hollow'")
        .then(alt.value(0))
        .when("datum.style == 'light'")
        .then(alt.value(0.4))
        .otherwise(alt.value(1))
    )
    bars = alt.Chart(rows()).transform_filter("datum.style != 'mark'")
    marks = alt.Chart(rows()).transform_filter("datum.style == 'mark'")
    bar = bars.mark_bar(strokeWidth=2).encode(
        x=x, y=y, color=palette.fill(idea), stroke=alt.StrokeDatum(idea), fillOpacity=strength, tooltip=tooltip
    )
    diamond = marks.mark_point(shape="diamond", size=110, strokeWidth=2, filled=False)
    room = alt.condition(f"bandwidth('x') >= {ROOM_FOR_VALUE} || datum.year == {years[1]}", alt.value(1), alt.value(0))
    written = [
        alt.Chart(rows())
        .transform_filter(f"datum.style {sign} 'hollow'")
        .mark_text(dy=dy)
        .encode(x=x, y=y, text="written:N", color=palette.label(idea), opacity=room)
        for sign, dy in (("!=", -10), ("==", 14))
    ]
    return finish(
        alt.layer(bar, diamond.encode(x=x, y=y, color=palette.fill(idea), tooltip=tooltip), *written), language, 300
    )
