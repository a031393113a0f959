"""What changed between two years: one line a row, its values and name at both ends."""

from functools import lru_cache
from typing import Any

import altair as alt

from ui.charts import palette
from ui.charts.specification import MILLIONS, finish, names_above, rows

HEIGHT = 380
# The name of a row takes at most so much, and no more than stands right of the lines.
NAME = alt.ExprRef("min(220, width * 0.5 - 8)")


@lru_cache
def between(
    value: str,
    years: tuple[int, int],
    idea: str,
    name: str,
    headings: tuple[str, str, str],
    language: str,
    all_named: bool = False,
) -> dict[str, Any]:
    """Lines from the first year to the second, in the hue of `idea` where there is room for a name, else grey.

    Rows: year, code, label, the value, change_since_pct, `shown` (whether the line is named), `at_start` and
    `at_end`: the words at its ends, empty where there is no room. With `all_named` no line is grey: marks without rows
    have no extent, and Vega warns of that.
    """
    base = alt.Chart(rows())
    x = alt.X("year:O").axis(alt.Axis(title=None, orient="top", domain=False, ticks=False, labelAngle=0))
    x = x.scale(type="point", domain=list(years), range=[alt.ExprRef("width * 0.12"), alt.ExprRef("width * 0.5")])
    y = alt.Y(f"{value}:Q").axis(None).scale(zero=True)
    tooltip = [
        alt.Tooltip("label:N", title=" "),
        alt.Tooltip("year:O", title=headings[0]),
        alt.Tooltip(f"{value}:Q", title=headings[1], format=MILLIONS),
        alt.Tooltip("change_since_pct:Q", title=headings[2], format="+,.0f"),
    ]
    layers: list[alt.Chart] = []
    grey = [] if all_named else [("other", "!datum.shown")]
    for hue, test in [*grey, (idea, "datum.shown")]:
        part = base.transform_filter(test).encode(x=x, y=y, detail="code:N", color=palette.fill(hue))
        layers += [
            part.mark_line(strokeWidth=2),
            part.mark_point(size=40, filled=True, opacity=1).encode(tooltip=tooltip),
        ]
    shown = base.transform_filter("datum.shown").encode(x=x, y=y, color=palette.label(idea))
    start = shown.transform_filter(f"datum.year == {years[0]}").mark_text(align="right", dx=-8)
    end = shown.transform_filter(f"datum.year == {years[1]}").mark_text(align="left", dx=8, limit=NAME)
    layers += [start.encode(text="at_start:N"), end.encode(text="at_end:N")]
    return finish(alt.layer(*layers, *names_above(((idea, name),))), language, HEIGHT)
