"""Lines over time with their names at the end."""

from functools import lru_cache
from typing import Any

import altair as alt

from ui.charts import marks, palette
from ui.charts.marks import Mark
from ui.charts.specification import EDGE, MILLIONS, finish, from_zero, names_above, rows, value_axis, year_axis

HEIGHT = 300
WORD = 10
POINT = 44
# A point of the same size with its edge, that it may be hollow.
WITHIN = 25.5
ROOM_FOR_MONTHS = 420
Line = tuple[str, str, str]


@lru_cache
def over_years(
    lines: tuple[Line, ...],
    unit: str,
    billions: bool,
    year: str,
    span: tuple[int, int],
    language: str,
    form: str = ",.0f",
    zero: bool = True,
    rules: tuple[tuple[float, str], ...] = (),
    names_on_top: bool = False,
    tip_unit: str = "",
    soft: tuple[str, ...] = (),
    events: tuple[Mark, ...] = (),
    dashed: tuple[str, ...] = (),
    named_at: tuple[tuple[str, int], ...] = (),
) -> dict[str, Any]:
    """Wide rows, one column a line: (column, idea, name). Empty cells break the line; the pointer shows all lines.

    `rules` are dates to mark, as (year with its fraction, word). Names stand at the line ends, or on top where the
    ends are close together. `soft` names a column for each line, true where its point is hollow (derived, quoted), or
    is empty for one that has no such point: marks without rows have no extent, and Vega warns of that. `dashed` are
    the columns of lines that share their hue with another one. `named_at` are (column, year) of lines named at a point
    of theirs, none on top or at its end.
    """
    base = alt.Chart(rows())
    x = alt.X("year:Q").axis(year_axis(span)).scale(domain=list(span), nice=False)
    near = alt.selection_point(name="near", fields=["year"], nearest=True, on="pointerover", empty=False)
    tooltip = [alt.Tooltip("year:Q", title=year, format="d")] + [
        alt.Tooltip(f"{column}:Q", title=f"{name}{tip_unit}", format=MILLIONS if billions else form)
        for column, _, name in lines
    ]
    layers: list[alt.Chart] = []
    for place, (column, idea, name) in enumerate(lines):
        y = alt.Y(f"{column}:Q").axis(value_axis(unit, billions)).scale(from_zero() if zero else alt.Scale(zero=False))
        dash = [6, 4] if column in dashed else [1, 0]
        line = base.mark_line(strokeWidth=2.5, invalid="break-paths-show-domains", strokeDash=dash)
        layers.append(line.encode(x=x, y=y, color=palette.fill(idea)))
        valid = base.transform_filter(f"isValid(datum['{column}'])")
        mark: dict[str, Any] = {"shape": palette.shape(idea), "filled": True, "opacity": 1}
        if soft and soft[place]:
            within = valid.transform_calculate(within=f"datum['{soft[place]}'] ? 'paper' : '{idea}'")
            points = within.mark_point(size=WITHIN, strokeWidth=EDGE, **mark)
            layers.append(points.encode(x=x, y=y, color=palette.by("within"), stroke=palette.rim(idea)))
        else:
            layers.append(valid.mark_point(size=POINT, **mark).encode(x=x, y=y, color=palette.fill(idea)))
        at = dict(named_at).get(column)
        if at:
            there = base.transform_filter(f"datum.year == {at}").mark_text(align="right", dx=-8, dy=-4, fontWeight=600)
            layers.append(there.encode(x=x, y=y, text=alt.value(name), color=palette.label(idea)))
        if names_on_top or named_at:
            continue
        last = base.transform_filter(f"isValid(datum['{column}'])").transform_window(
            place="row_number()", sort=[alt.SortField("year", "descending")]
        )
        end = last.transform_filter("datum.place == 1").mark_text(align="right", dy=-12, fontWeight=600)
        layers.append(end.encode(x=x, y=y, text=alt.value(name), color=palette.label(idea)))
    pointer = base.mark_rule(opacity=0.001, strokeWidth=12).encode(x=x, tooltip=tooltip).add_params(near)
    free = marks.room(events)
    named = tuple((idea, name) for _, idea, name in lines)
    broken = tuple(name for column, _, name in lines if column in dashed)
    names = names_above(named, free, broken, have_points=True) if names_on_top else []
    drawn = [*_year_rules(rules, span), *marks.layer(events, "year", x), *layers, pointer, *names]
    return finish(alt.layer(*drawn), language, HEIGHT + free)


def _year_rules(rules: tuple[tuple[float, str], ...], span: tuple[int, int]) -> list[alt.Chart]:
    """Thin rules with a word, the words on two levels so that neighbours do not overlap."""
    layers = []
    for at, word in ((at, word) for at, word in rules if span[0] <= at <= span[1]):
        mark = alt.Chart(alt.Data(values=[{"at": at, "word": word}])).encode(
            x=alt.X("at:Q").scale(domain=list(span), nice=False)
        )
        layers.append(mark.mark_rule(strokeDash=[3, 3]).encode(color=palette.fill("other")))
        # Words to the left would run into the unit of the axis where the rule stands near it.
        near = f"scale('x', {at}) < width / 2"
        name = mark.mark_text(align=alt.ExprRef(f"{near} ? 'left' : 'right'"), dx=alt.ExprRef(f"{near} ? 5 : -5"))
        layers.append(name.encode(y=alt.value(WORD), text="word:N", color=palette.fill("other_text")))
    return layers


@lru_cache
def over_months(
    column: str, idea: str, unit: str, headings: tuple[str, str], language: str, events: tuple[Mark, ...] = ()
) -> dict[str, Any]:
    """One line by month from zero; empty months break the line."""
    base = alt.Chart(rows())
    x = alt.X("month:T").axis(alt.Axis(title=None, grid=False, format="%Y", tickCount="year"))
    y = alt.Y(f"{column}:Q").axis(value_axis(unit, billions=False)).scale(from_zero())
    tooltip = [
        alt.Tooltip("month_name:N", title=headings[0]),
        alt.Tooltip(f"{column}:Q", title=headings[1], format=",.0f"),
    ]
    line = base.mark_line(strokeWidth=2.5, invalid="break-paths-show-domains").encode(
        x=x, y=y, color=palette.fill(idea)
    )
    points = base.transform_filter(f"isValid(datum['{column}'])").mark_point(size=30, filled=True, opacity=1)
    layers = [line, points.encode(x=x, y=y, color=palette.fill(idea), tooltip=tooltip)]
    return finish(alt.layer(*marks.layer(events, "month", x), *layers), language, HEIGHT + marks.room(events))


@lru_cache
def both_over_months(
    lines: tuple[Line, ...], unit: str, form: str, month: str, language: str, events: tuple[Mark, ...] = ()
) -> dict[str, Any]:
    """Two lines by month around a line at zero, in percent or as an index: (column, idea, name); names on top.

    Points would hide such lines, so that all but the first are dashed.
    """
    base = alt.Chart(rows())
    x = alt.X("month:T").axis(alt.Axis(title=None, grid=False, format="%Y", tickCount="year", labelOverlap="greedy"))
    tooltip = [alt.Tooltip("month_name:N", title=month)] + [
        alt.Tooltip(f"{column}:Q", title=f"{name} ({unit})", format=form) for column, _, name in lines
    ]
    layers = [base.mark_rule(strokeWidth=1).encode(y=alt.datum(0), color=palette.fill("other"))]
    for column, idea, _ in lines:
        y = alt.Y(f"{column}:Q").axis(value_axis(unit, billions=False))
        dash = [1, 0] if column == lines[0][0] else [5, 2]
        line = base.mark_line(strokeWidth=1.5, invalid="break-paths-show-domains", strokeDash=dash)
        layers.append(line.encode(x=x, y=y, color=palette.fill(idea)))
        points = base.mark_point(size=24, filled=True, opacity=0.001)
        layers.append(points.encode(x=x, y=y, color=palette.fill(idea), tooltip=tooltip))
    free = marks.room(events)
    names = names_above(tuple((idea, name) for _, idea, name in lines), free, tuple(name for *_, name in lines[1:]))
    return finish(alt.layer(*marks.layer(events, "month", x), *layers, *names), language, HEIGHT + free)


@lru_cache
def season(
    value: str, headings: tuple[str, str, str], months: tuple[str, ...], unit: str, language: str, form: str = ",.0f"
) -> dict[str, Any]:
    """One line a year over the twelve months; column `idea` gives its colour, column `tag` its name at the end,
    `tag_idea` the colour of that.
    """
    base = alt.Chart(rows())
    names = "[" + ",".join(f"'{name}'" for name in months) + "][datum.value - 1]"
    fitting = f"width < {ROOM_FOR_MONTHS} ? upper({names}[0]) : {names}"
    axis = alt.Axis(title=None, labelExpr=fitting, values=list(range(1, 13)), grid=False, labelAngle=0)
    x = alt.X("month_of_year:Q").axis(axis).scale(domain=[1, 12.6], nice=False)
    y = alt.Y(f"{value}:Q").axis(value_axis(unit, billions=False)).scale(zero=True)
    tooltip = [
        alt.Tooltip("year:Q", title=headings[0], format="d"),
        alt.Tooltip("month_name:N", title=headings[1]),
        alt.Tooltip(f"{value}:Q", title=headings[2], format=form),
    ]
    line = base.mark_line(invalid="break-paths-show-domains").encode(
        x=x,
        y=y,
        detail="year:N",
        color=palette.by("idea"),
        strokeWidth=alt.condition("datum.idea == 'other'", alt.value(1), alt.value(2.5)),
    )
    points = base.transform_filter(f"isValid(datum['{value}'])").mark_point(size=30, filled=True)
    dots = points.encode(x=x, y=y, color=palette.by("idea"), tooltip=tooltip)
    narrow = f"width < {ROOM_FOR_MONTHS}"
    tags = base.transform_filter("datum.tag != ''").mark_text(
        align=alt.ExprRef(f"{narrow} ? 'right' : 'left'"),
        dx=alt.ExprRef(f"{narrow} ? 0 : 6"),
        dy=alt.ExprRef(f"{narrow} ? -12 : 0"),
        fontWeight=600,
    )
    return finish(
        alt.layer(line, dots, tags.encode(x=x, y=y, text="tag:N", color=palette.by("tag_idea"))), language, HEIGHT
    )
