"""Two or three values a row on one scale, joined by a band: the numbers stand at the marks."""

from functools import lru_cache
from typing import Any, Literal

import altair as alt

from data import catalog
from ui.charts import palette
from ui.charts.specification import finish, rows

ROW, AXIS = 50, 30
NAME_ABOVE = -17
# Room for a number left of the least and right of the greatest value, as parts of the greatest.
ROOM_LEFT, ROOM_RIGHT = 0.16, 0.22
SIDES: tuple[tuple[str, Literal["left", "right"], int], ...] = (("low", "right", -11), ("high", "left", 11))
WEIGHTS: tuple[tuple[str, Literal[400, 600]], ...] = (("true", 600), ("false", 400))


@lru_cache
def values(
    value: str, row: str, count: int, greatest: float, headings: tuple[str, str], language: str
) -> dict[str, Any]:
    """One row for each code in `row`, its name above it, from zero to the greatest value, in percent.

    Rows: label (name of the row), is_main (drawn bold), name (of the mark), idea, name_idea, written (the number as it
    stands at its mark), side (`low`, `high`: where the number stands), is_named (the name stands over the mark, too).
    """
    top = greatest or 1.0
    percent = catalog.languages()[language].percent.format(n="' + datum.label + '")
    shown = f"datum.value < 0 ? '' : '{percent}'"
    grid = alt.condition("datum.value < 0", alt.value(0), alt.value(1))
    axis = alt.Axis(
        title=None, tickCount=6, domain=False, ticks=False, format=",.3~r", labelExpr=shown, gridOpacity=grid
    )
    x = alt.X(f"{value}:Q").axis(axis).scale(domain=[-ROOM_LEFT * top, (1 + ROOM_RIGHT) * top], nice=False)
    y = alt.Y(f"{row}:N").sort(None).axis(None)
    base = alt.Chart(rows())
    tooltip = [
        alt.Tooltip("label:N", title=" "),
        alt.Tooltip("name:N", title=headings[0]),
        alt.Tooltip(f"{value}:Q", title=headings[1], format=",.2f"),
    ]
    band = (
        base.transform_aggregate(low=f"min({value})", high=f"max({value})", groupby=[row])
        .mark_rule(strokeWidth=6, opacity=0.4, yOffset=8)
        .encode(x=alt.X("low:Q"), x2="high:Q", y=y, color=palette.fill("other"))
    )
    shape = alt.Shape("idea:N", legend=None).scale(domain=list(palette.SHAPES), range=list(palette.SHAPES.values()))
    mark = base.mark_point(size=150, filled=True, opacity=1, yOffset=8).encode(
        x=x, y=y, color=palette.by("idea"), shape=shape, tooltip=tooltip
    )
    layers = [band, mark]
    for side, align, dx in SIDES:
        number = base.transform_filter(f"datum.side == '{side}'")
        layers.append(
            number.mark_text(align=align, dx=dx, yOffset=8, fontSize=14, fontWeight=600).encode(
                x=x, y=y, text="written:N", color=palette.by("name_idea"), tooltip=tooltip
            )
        )
        layers.append(
            number.transform_filter("datum.is_named")
            .mark_text(align=align, dx=-dx / 5, dy=-8, fontWeight=600)
            .encode(x=x, y=y, text="name:N", color=palette.by("name_idea"))
        )
    once = base.transform_aggregate(groupby=[row, "label", "is_main"])
    for is_main, weight in WEIGHTS:
        layers.append(
            once.transform_filter(f"datum.is_main == {is_main}")
            .mark_text(align="left", dy=NAME_ABOVE + 6, limit=alt.ExprRef("width"), fontWeight=weight)
            .encode(x=alt.value(0), y=y, text="label:N", color=palette.fill("ink"))
        )
    return finish(alt.layer(*layers), language, ROW * count + AXIS)
