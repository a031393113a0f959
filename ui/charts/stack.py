"""One bar a row, cut into its parts; each part that has room is named under its beginning."""

from functools import lru_cache
from typing import Any

import altair as alt

from ui.charts import palette
from ui.charts.specification import finish, rows

ROW, BAR = 76, 24
NAME_ABOVE = -22
UNDER = 24
# About how wide a letter is: a part is named where its name fits under it.
LETTER = 6.6


@lru_cache
def bars(row: str, count: int, headings: tuple[str, str, str], language: str) -> dict[str, Any]:
    """Rows: the row's code, label (its name and sum), row_name, idea, name_idea, part_name, from, to, rate, strength,
    written (the part as it is named under the bar).
    """
    base = alt.Chart(rows())
    y = alt.Y(f"{row}:N").sort(None).axis(None)
    x = alt.X("from:Q").axis(None).scale(zero=True, nice=False)
    tooltip = [
        alt.Tooltip("row_name:N", title=headings[0]),
        alt.Tooltip("part_name:N", title=headings[1]),
        alt.Tooltip("rate:Q", title=headings[2], format=",.2f"),
    ]
    bar = base.mark_bar(height=BAR, strokeWidth=1).encode(
        x=x,
        x2="to:Q",
        y=y,
        color=palette.by("idea"),
        stroke=palette.outline("idea"),
        fillOpacity=alt.FillOpacity("strength:Q", scale=None),
        tooltip=tooltip,
    )
    fits = f"scale('x', datum.to) - scale('x', datum.from) >= {LETTER} * length(datum.written)"
    named = base.mark_text(align="left", dy=UNDER).encode(
        x=x,
        y=y,
        text=alt.condition(fits, alt.Text("written:N"), alt.value("")),
        color=palette.fill("ink"),
    )
    whole = (
        base.transform_aggregate(groupby=[row, "label", "name_idea"])
        .mark_text(align="left", dy=NAME_ABOVE, fontSize=14, fontWeight=600, limit=alt.ExprRef("min(420, width)"))
        .encode(x=alt.value(0), y=y, text="label:N", color=palette.by("name_idea"))
    )
    return finish(alt.layer(bar, named, whole), language, ROW * count)
