"""Panels that share an axis of years: same years, same left edge, one under the other."""

from functools import lru_cache
from typing import Any

import altair as alt
import pandas as pd

from ui.charts import palette
from ui.charts.specification import BILLIONS, finish, names_above, rows

LEFT = 48
LANE, LAST_LANE = 185, 205
Series = tuple[str, str, str]


def _panel_axis(title: str | None, **more: Any) -> alt.Axis:
    return alt.Axis(
        title=title,
        titleAngle=0,
        titleAlign="left",
        titleAnchor="start",
        titleX=-LEFT,
        titleY=-12,
        domain=False,
        ticks=False,
        minExtent=LEFT,
        maxExtent=LEFT,
        **more,
    )


@lru_cache
def lane(
    span: tuple[int, int],
    unit: str,
    series: tuple[Series, ...],
    billions: bool,
    is_bars: bool,
    is_last: bool,
    year: str,
    language: str,
) -> dict[str, Any]:
    """One panel of the strip: (code, idea, name) lines or bars around zero, their names on top."""
    axis = alt.Axis(
        title=None, format="d", tickMinStep=1, grid=False, labels=is_last, ticks=is_last, labelOverlap="greedy"
    )
    x = alt.X("year:Q").axis(axis).scale(domain=[span[0] - 0.5, span[1] + 0.5], nice=False)
    number = BILLIONS if billions else "format(abs(datum.value), ',.4~r')"
    y = alt.Y("value:Q").axis(_panel_axis(unit, tickCount=3, labelExpr=number)).scale(zero=True)
    layers: list[alt.Chart] = []
    for code, idea, name in series:
        base = alt.Chart(rows()).transform_filter(f"datum.series == '{code}'")
        tooltip = [alt.Tooltip("year:Q", title=year, format="d"), alt.Tooltip("value:Q", title=name, format=",.0f")]
        if is_bars:
            layers.append(base.mark_bar(size=7).encode(x=x, y=y, color=palette.fill(idea), tooltip=tooltip))
            continue
        line = base.mark_line(strokeWidth=2.5).encode(x=x, y=y, color=palette.fill(idea), detail="piece:N")
        dots = base.mark_point(size=24, filled=True, opacity=1)
        layers += [line, dots.encode(x=x, y=y, color=palette.fill(idea), tooltip=tooltip)]
    names = names_above(tuple((idea, name) for _, idea, name in series))
    return finish(alt.layer(*layers, *names), language, LAST_LANE if is_last else LANE)


def pieces(frame: pd.DataFrame, time: str, keys: list[str], longest_step: int) -> pd.DataFrame:
    """The rows with a column `piece` that changes after a gap longer than a step (years, or days), to break a line."""
    ordered = frame[frame["value"].notna()].sort_values([*keys, time])
    step = ordered[time].diff() if time == "year" else ordered[time].diff().dt.days
    jump = step.fillna(0).gt(longest_step) | ordered[keys].ne(ordered[keys].shift()).any(axis=1)
    return ordered.assign(piece=jump.cumsum())
