"""Events as stems on a time axis, and panels that share that axis: same years, same left edge, one under the other."""

from functools import cache
from typing import Any

import altair as alt
import pandas as pd

from ui.charts import palette
from ui.charts.specification import BILLIONS, finish, names_above, rows

PICK = "pick"
LEFT = 48
LANE, LAST_LANE = 185, 205
Series = tuple[str, str, str]


def _time(span: tuple[int, int]) -> alt.X:
    domain = [f"{span[0]}-01-01", f"{span[1]}-12-31"]
    axis = alt.Axis(title=None, format="%Y", grid=False, labelOverlap="greedy", labelAngle=0)
    return alt.X("date:T").axis(axis).scale(domain=domain, nice=False)


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


@cache
def events(
    span: tuple[int, int], sides: tuple[str, str], headings: tuple[str, str, str, str], language: str
) -> dict[str, Any]:
    """Repairs rise, strains fall, neutral context stays on the line; length is intensity.

    `sides` are the words above and below the line; `headings` title the tooltip: date, title, intensity, reason.
    """
    x = _time(span)
    base = alt.Chart(rows())
    axis = _panel_axis(None, values=[-3, -2, -1, 0, 1, 2, 3], labelExpr="abs(datum.value)")
    y = alt.Y("height:Q").axis(axis).scale(domain=[-3.7, 3.7], nice=False)
    tooltip = [
        alt.Tooltip("date_name:N", title=headings[0]),
        alt.Tooltip("title:N", title=headings[1]),
        alt.Tooltip("intensity:Q", title=headings[2]),
        alt.Tooltip("reason:N", title=headings[3]),
    ]
    stem = base.mark_rule(strokeWidth=1.5).encode(x=x, y=y, y2=alt.datum(0), color=palette.by("idea"))
    shape = alt.Shape("effect:N", legend=None).scale(
        domain=["repair", "strain", "neutral"], range=["triangle-up", "triangle-down", "circle"]
    )
    pick = alt.selection_point(name=PICK, fields=["event"], on="click", clear=False)
    head = base.mark_point(size=90, filled=True, opacity=1).encode(
        x=x, y=y, color=palette.by("idea"), shape=shape, tooltip=tooltip
    )
    words = [
        alt.Chart(alt.Data(values=[{"word": word}]))
        .mark_text(align="left", dx=4, fontWeight=600)
        .encode(x=alt.value(0), y=alt.datum(height), text="word:N", color=palette.fill(idea))
        for word, height, idea in ((sides[0], 3.4, "repair"), (sides[1], -3.4, "strain"))
    ]
    zero = alt.Chart(alt.Data(values=[{}])).mark_rule().encode(y=alt.datum(0), color=palette.fill("other"))
    return finish(alt.layer(zero, stem, head.add_params(pick), *words), language, 310)


@cache
def under(
    span: tuple[int, int], unit: str, idea: str, billions: bool, headings: tuple[str, str], language: str
) -> dict[str, Any]:
    """One series on the time axis of the events; column `piece` breaks the line at gaps."""
    x = _time(span)
    number = BILLIONS if billions else "format(datum.value, ',.4~r')"
    y = alt.Y("value:Q").axis(_panel_axis(unit, tickCount=4, labelExpr=number)).scale(zero=True)
    tooltip = [
        alt.Tooltip("date_name:N", title=headings[0]),
        alt.Tooltip("value:Q", title=headings[1], format=",.0f"),
    ]
    base = alt.Chart(rows())
    line = base.mark_line(strokeWidth=2.5).encode(x=x, y=y, color=palette.fill(idea), detail="piece:N")
    dots = base.mark_point(size=30, filled=True, opacity=1).encode(x=x, y=y, color=palette.fill(idea), tooltip=tooltip)
    return finish(alt.layer(line, dots), language, 200)


@cache
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
