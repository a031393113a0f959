"""Each month beside the same month of the year before."""

from functools import lru_cache
from typing import Any

import altair as alt

from ui.charts import palette
from ui.charts.specification import finish, from_zero, names_above, rows, value_axis

LOW = 230
# A narrower pair of bars has no room for the change above it.
ROOM_FOR_CHANGE = 34


@lru_cache
def paired(
    now: str,
    before: str,
    idea: str,
    names: tuple[str, str],
    unit: str,
    headings: tuple[str, str, str, str],
    language: str,
) -> dict[str, Any]:
    """Each month beside the same month of the year before, which is pale; `names` say so above the plot.

    Rows: month_name, label (the month on the axis, in their order), the two columns, change_pct and its words.
    """
    base = alt.Chart(rows())
    x = alt.X("label:N").sort(None).axis(alt.Axis(title=None, labelAngle=0, labelOverlap="greedy", ticks=False))
    tooltip = [
        alt.Tooltip("month_name:N", title=headings[0]),
        alt.Tooltip(f"{now}:Q", title=headings[1], format=",.1f"),
        alt.Tooltip(f"{before}:Q", title=headings[2], format=",.1f"),
        alt.Tooltip("change_pct:Q", title=headings[3], format="+,.1f"),
    ]
    folded = base.transform_fold([before, now], as_=["when", "amount"]).transform_calculate(amount="+datum.amount")
    strength = alt.condition(f"datum.when == '{now}'", alt.value(1), alt.value(0.35))
    bar = folded.mark_bar(strokeWidth=1).encode(
        x=x,
        xOffset=alt.XOffset("when:N").sort([before, now]),
        y=alt.Y("amount:Q").axis(value_axis(unit, billions=True)).scale(from_zero()),
        color=palette.fill(idea),
        stroke=alt.StrokeDatum(idea),
        fillOpacity=strength,
        tooltip=tooltip,
    )
    fits = alt.condition(f"bandwidth('x') >= {ROOM_FOR_CHANGE}", "change_words:N", alt.value(""))
    change = base.transform_calculate(top=f"max(datum['{now}'], datum['{before}'])").mark_text(dy=-8)
    written = change.encode(x=x, y="top:Q", text=fits, color=palette.label(idea))
    named = names_above(((idea, names[0]), ("other", names[1])))
    return finish(alt.layer(bar, written, *named), language, LOW)
