"""Charts of the tariff page: rates cut into their parts, rates as steps over time, duty as area."""

from functools import cache
from typing import Any

import altair as alt

from ui.charts import palette
from ui.charts.specification import finish, names_above, rows, value_axis

ROW = 38
HEIGHT = 300
NAME_ABOVE = -10
WIDE_ENOUGH = 46
ROOM_FOR_NUMBER = 14
# Metals and vehicles share Section 232: one hue in strengths; emergency orders another; newer powers in ink. Segments
# and legend are numbered, so that no two strengths need to be told apart by eye.
PARTS = {
    "base": ("other", 0.45),
    "steel": ("USA", 1.0),
    "aluminum": ("USA", 0.8),
    "copper": ("USA", 0.64),
    "metals": ("USA", 1.0),
    "autos": ("USA", 0.5),
    "trucks": ("USA", 0.38),
    "wood": ("USA", 0.28),
    "semiconductors": ("USA", 0.2),
    "pharma": ("USA", 0.14),
    "fentanyl": ("strain", 1.0),
    "reciprocal": ("strain", 0.5),
    "s122": ("ink", 0.7),
    "s301": ("ink", 0.7),
    "s338": ("ink", 1.0),
}
STRONG = 0.6
# Three significant digits: rates of a hundred and of a thousandth of a percent both keep ticks that differ.
RATE_TICKS = ",.3~r"


@cache
def parts(headings: tuple[str, str, str], count: int, language: str) -> dict[str, Any]:
    """One bar a country cut into programmes; name, rate and bill stand above the bar, wide segments are numbered.

    Rows: partner, label, name_idea, part_name, idea, strength, place, written (the number of a wide segment's
    programme), written_idea, effective_rate_pct, duty_usd_m.
    """
    y = alt.Y("partner:N").sort(None).axis(None)
    base = alt.Chart(rows())
    tooltip = [
        alt.Tooltip("partner_name:N", title=headings[0]),
        alt.Tooltip("part_name:N", title=headings[1]),
        alt.Tooltip("sum(effective_rate_pct):Q", title=headings[2], format=",.2f"),
    ]
    bar = base.mark_bar(height=12, yOffset=4, strokeWidth=1).encode(
        x=alt.X("sum(effective_rate_pct):Q").axis(None).scale(zero=True),
        y=y,
        color=palette.by("idea"),
        stroke=alt.StrokeDatum("paper"),
        opacity=alt.Opacity("strength:Q", scale=None),
        order="place:Q",
        tooltip=tooltip,
    )
    middle = alt.X("sum(effective_rate_pct):Q").axis(None).stack("zero").bandPosition(0.5)
    numbered = base.mark_text(yOffset=4, fontSize=11).encode(
        x=middle, y=y, order="place:Q", detail="strength:Q", text="written:N", color=palette.by("written_idea")
    )
    names = (
        base.transform_aggregate(label="min(label)", groupby=["partner", "name_idea"])
        .mark_text(align="left", dy=NAME_ABOVE, limit=420)
        .encode(x=alt.value(0), y=y, text="label:N", color=palette.by("name_idea"))
    )
    return finish(alt.layer(bar, numbered, names), language, max(ROW * count, ROW * 2))


@cache
def steps(
    lines: tuple[tuple[str, str, str], ...],
    span: tuple[str, str],
    day: str,
    highest: float,
    headings: tuple[str, str, str],
    unit: str,
    language: str,
) -> dict[str, Any]:
    """Rates as steps, one line a country: (code, idea, name) with its name on top; `day` is marked.

    Rows: partner, date, date_name, effective_rate_pct, moved (what changed that day; empty for none).
    Rates above `highest` run off the chart.
    """
    base = alt.Chart(rows())
    x = alt.X("date:T").axis(alt.Axis(title=None, grid=False, format="%Y-%m", tickCount=6, labelOverlap="greedy"))
    x = x.scale(domain=list(span))
    y = (
        alt.Y("effective_rate_pct:Q")
        .axis(value_axis(unit, billions=False, format=RATE_TICKS))
        .scale(domain=[0, highest])
    )
    layers: list[Any] = []
    tooltip = [
        alt.Tooltip("date_name:N", title=headings[0]),
        alt.Tooltip("partner_name:N", title=headings[1]),
        alt.Tooltip("effective_rate_pct:Q", title=headings[2], format=",.2f"),
        alt.Tooltip("moved:N", title=" "),
    ]
    for code, idea, _ in lines:
        own = base.transform_filter(f"datum.partner == '{code}'")
        line = own.mark_line(interpolate="step-after", strokeWidth=2.5, clip=True)
        layers.append(line.encode(x=x, y=y, color=palette.fill(idea)))
        moved = own.transform_filter(f"datum.moved != '' && datum.effective_rate_pct <= {highest}")
        dots = moved.mark_point(size=44, filled=True, opacity=1)
        layers.append(dots.encode(x=x, y=y, color=palette.fill(idea), tooltip=tooltip))
    chosen = alt.Chart(alt.Data(values=[{"at": day}])).mark_rule(strokeDash=[3, 3])
    layers.append(chosen.encode(x=alt.X("at:T").scale(domain=list(span)), color=palette.fill("other_text")))
    names = names_above(tuple((idea, name) for _, idea, name in lines))
    return finish(alt.layer(*layers, *names), language, HEIGHT)


@cache
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
