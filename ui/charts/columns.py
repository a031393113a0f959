"""A table of bars: a row for each code, a column for each part, every column from its own zero on one scale."""

from functools import lru_cache
from typing import Any

import altair as alt

from ui.charts import palette
from ui.charts.specification import finish, rows

ROW = 38
NAME_ABOVE = -10
# The part of a column that its longest bar takes: the rest is for the number at its end.
LONGEST = 0.68
HEADING_ABOVE = -10


@lru_cache
def bars(
    value: str,
    before: str,
    row: str,
    parts: tuple[str, ...],
    count: int,
    headings: tuple[str, str, str, str],
    language: str,
) -> dict[str, Any]:
    """One bar for each row and part; the parts' names stand over their columns, a comma in them breaks the line.

    Rows: place (of the part, from 0), part_name, label (name and total of the row), row_name, idea, name_idea,
    label_idea, written (the number at the bar's end), is_changed (a tick marks `before`), greatest (of all bars, the
    same in each row).
    `headings`: row, part, value, before.
    """
    stretch = f"{LONGEST} / max(datum.greatest, 1e-9)"
    base = alt.Chart(rows()).transform_calculate(
        end=f"datum.place + datum['{value}'] * {stretch}", was=f"datum.place + datum['{before}'] * {stretch}"
    )
    scale = alt.Scale(domain=[0, len(parts)], nice=False)
    y = alt.Y(f"{row}:N").sort(None).axis(None)
    start = alt.X("place:Q", scale=scale).axis(None)
    tooltip = [
        alt.Tooltip("row_name:N", title=headings[0]),
        alt.Tooltip("part_name:N", title=headings[1]),
        alt.Tooltip(f"{value}:Q", title=headings[2], format=",.2f"),
        alt.Tooltip(f"{before}:Q", title=headings[3], format=",.2f"),
    ]
    bar = base.mark_bar(height=12, yOffset=5).encode(
        x=start, x2="end:Q", y=y, color=palette.by("idea"), tooltip=tooltip
    )
    tick = (
        base.transform_filter("datum.is_changed")
        .mark_tick(thickness=2, size=14, yOffset=5)
        .encode(x=alt.X("was:Q", scale=scale).axis(None), y=y, color=palette.fill("ink"), tooltip=tooltip)
    )
    number = (
        base.transform_calculate(far="max(datum.end, datum.is_changed ? datum.was : 0)")
        .mark_text(align="left", dx=4, yOffset=5)
        .encode(
            x=alt.X("far:Q", scale=scale).axis(None),
            y=y,
            text="written:N",
            color=palette.by("name_idea"),
            tooltip=tooltip,
        )
    )
    # A rim in the colour of the paper keeps long names legible where the zero of another column passes behind them.
    named = alt.Chart(rows()).transform_filter("datum.place == 0").encode(x=alt.value(0), y=y, text="label:N")
    names = named.mark_text(
        align="left", dy=NAME_ABOVE, limit=alt.ExprRef("min(420, width)"), strokeWidth=4, strokeJoin="round"
    ).encode(color=palette.by("label_idea"), stroke=palette.rim("paper"))
    zeros = alt.Chart(alt.Data(values=[{"place": n, "name": name} for n, name in enumerate(parts)])).encode(x=start)
    zero = zeros.mark_rule(strokeWidth=1).encode(color=palette.fill("faint"))
    heading = (
        zeros.transform_calculate(name="replace(datum.name, ', ', ',\\n')")
        .mark_text(align="left", baseline="bottom", lineBreak="\n", fontWeight=600)
        .encode(y=alt.value(HEADING_ABOVE), text="name:N", color=palette.fill("ink"))
    )
    return finish(alt.layer(zero, bar, tick, number, names, heading), language, max(ROW * count, ROW * 2))
