"""Charts of the tariff page: rates cut into their parts, rates as steps over time, duty as area."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import altair as alt

from ui.charts import marks, palette
from ui.charts.marks import Mark
from ui.charts.specification import finish, names_above, rows, value_axis

HEIGHT = 300
ROOM_FOR_NUMBER = 14
# How far apart words at peaks and line ends stand, and the room above them, as parts of the greatest value.
APART, ROOM_ABOVE = 0.08, 1.12
# Three significant digits: rates of a hundred and of a thousandth of a percent both keep ticks that differ.
RATE_TICKS = ",.3~r"


def apart(values: Sequence[float], greatest: float) -> list[float]:
    """Heights of words beside lines: at their values, moved up where two would overlap."""
    heights: dict[int, float] = {}
    above = 0.0
    for place in sorted(range(len(values)), key=values.__getitem__):
        heights[place] = max(values[place], above)
        above = heights[place] + APART * greatest
    return [heights[place] for place in range(len(values))]


@lru_cache
def steps(
    lines: tuple[tuple[str, str, str], ...],
    span: tuple[str, str],
    greatest: float,
    headings: tuple[str, str, str],
    unit: str,
    language: str,
    events: tuple[Mark, ...] = (),
) -> dict[str, Any]:
    """Rates as steps, one line a country: (code, idea, name) with its name on top; a row that `is_day` marks a day.

    Rows: partner, date, date_name, effective_rate_pct, moved (what changed that day; empty for none), peak (the words
    at the highest step; empty elsewhere), end (the number at the line's end; empty elsewhere), height (of these words).
    """
    base = alt.Chart(rows())
    x = alt.X("date:T").axis(alt.Axis(title=None, grid=False, format="%Y-%m", tickCount=6, labelOverlap="greedy"))
    x = x.scale(domain=list(span))
    height = alt.Scale(domain=[0, ROOM_ABOVE * greatest or 1], nice=False)
    y = alt.Y("effective_rate_pct:Q").axis(value_axis(unit, billions=False, format=RATE_TICKS)).scale(height)
    beside = alt.Y("height:Q").scale(height)
    tooltip = [
        alt.Tooltip("date_name:N", title=headings[0]),
        alt.Tooltip("partner_name:N", title=headings[1]),
        alt.Tooltip("effective_rate_pct:Q", title=headings[2], format=",.2f"),
        alt.Tooltip("moved:N", title=" "),
    ]
    layers: list[Any] = []
    for code, idea, _ in lines:
        own = base.transform_filter(f"datum.partner == '{code}'")
        line = own.mark_line(interpolate="step-after", strokeWidth=2.5)
        layers.append(line.encode(x=x, y=y, color=palette.fill(idea)))
        dots = own.transform_filter("datum.moved != ''").mark_point(
            size=52, shape=palette.shape(idea), filled=True, opacity=1
        )
        layers.append(dots.encode(x=x, y=y, color=palette.fill(idea), tooltip=tooltip))
        peak = own.transform_filter("datum.peak != ''")
        # A rim in the colour of the paper keeps the words legible where the rule of an event passes behind them.
        written = peak.mark_text(align="left", dx=9, dy=-8, fontWeight=600, strokeWidth=4, strokeJoin="round")
        hues = {"color": palette.label(idea), "stroke": palette.rim("paper")}
        layers.append(written.encode(x=x, y=beside, text="peak:N", **hues))
        end = own.transform_filter("datum.end != ''").mark_text(align="left", dx=5, fontWeight=600)
        layers.append(end.encode(x=x, y=beside, text="end:N", color=palette.label(idea)))
    chosen = base.transform_filter("datum.is_day").mark_rule(strokeDash=[3, 3])
    layers.append(chosen.encode(x=x, color=palette.fill("other_text")))
    free = marks.room(events)
    names = names_above(tuple((idea, name) for _, idea, name in lines), free, have_points=True)
    return finish(alt.layer(*marks.layer(events, "date", x), *layers, *names), language, HEIGHT + free)


@lru_cache
def areas(idea: str, headings: tuple[str, str, str, str], units: tuple[str, str], language: str) -> dict[str, Any]:
    """Sectors side by side: width is imports, height the rate, so that area is duty; those with room are numbered.

    Rows: sector_name, written (its number), imports_before_usd_m, imports_to_usd_m, imports_usd_m,
    effective_rate_pct, duty_usd_m.
    """
    base = alt.Chart(rows())
    axis = alt.Axis(title=units[0], labelExpr="format(datum.value / 1000, ',.0f')", tickCount=5, grid=False)
    x = alt.X("imports_before_usd_m:Q").axis(axis).scale(nice=False)
    y = alt.Y("effective_rate_pct:Q").axis(value_axis(units[1], billions=False, format=RATE_TICKS)).scale(zero=True)
    tooltip = [
        alt.Tooltip("sector_name:N", title=headings[0]),
        alt.Tooltip("imports_usd_m:Q", title=headings[1], format=",.0f"),
        alt.Tooltip("effective_rate_pct:Q", title=headings[2], format=",.2f"),
        alt.Tooltip("duty_usd_m:Q", title=headings[3], format=",.0f"),
    ]
    block = base.mark_rect(strokeWidth=1).encode(
        x=x,
        x2="imports_to_usd_m:Q",
        y=y,
        y2=alt.Y2Datum(0),
        color=palette.fill(idea),
        stroke=alt.StrokeDatum("paper"),
        tooltip=tooltip,
    )
    wide = f"scale('x', datum.imports_to_usd_m) - scale('x', datum.imports_before_usd_m) >= {ROOM_FOR_NUMBER}"
    room = alt.condition(wide, alt.value(1), alt.value(0))
    named = (
        base.transform_calculate(middle="(datum.imports_before_usd_m + datum.imports_to_usd_m) / 2")
        .mark_text(dy=-8)
        .encode(x="middle:Q", y=y, text="written:N", color=palette.fill("ink"), opacity=room)
    )
    return finish(alt.layer(block, named), language, HEIGHT)
