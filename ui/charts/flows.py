"""What was bought above the line, what was sold below it."""

from functools import lru_cache
from typing import Any

import altair as alt

from ui.charts import marks, palette
from ui.charts.marks import Mark
from ui.charts.specification import MIRRORED_BILLIONS, axis_of_bars, finish, from_zero, names_above, rows, value_axis

HEIGHT = 340
PICK = "pick"
BOUGHT, SOLD = "MEX", "CAN"
# Narrower than this the last values stand over their bars, not beside them.
ROOM_BESIDE = 480
NARROW = f"width < {ROOM_BESIDE}"
# Over so many narrow bars the words of the last one reach.
BESIDE = 16
# A bar lower than this has no room for words beside its middle.
ROOM_FOR_WORDS = 44
Headings = tuple[str, str, str, str]


@lru_cache
def by_year(
    columns: tuple[str, str, str],
    unit: str,
    headings: Headings,
    picked: int | None,
    language: str,
    since: tuple[int, str, bool] | None = None,
    events: tuple[Mark, ...] = (),
) -> dict[str, Any]:
    """Bars of two flows by year with the last values at their marks: `columns` are above, below and their balance.

    `headings` are those of the pointer: year, above, below, balance; `picked` is the year that the rest of the page
    shows. `since` is a break: the year from which figures are of another kind, its words, and whether earlier bars are
    pale. Rows also hold `grade_name`; `why_missing`, why a year is a marked gap, not a zero; `partial`, true where a
    year is not whole and its bars hollow; and `above_words`, `below_words`, `ratio_words`, empty but in the last year.
    """
    above, below, _ = columns
    base = alt.Chart(rows())
    x = alt.X("year:O").axis(axis_of_bars())
    tooltip = [alt.Tooltip("year:O", title=headings[0])] + [
        alt.Tooltip(f"{column}:Q", title=title, format=",.1f")
        for column, title in zip(columns, headings[1:], strict=True)
    ]
    is_pale = f"datum.year < {since[0] if since and since[2] else 0}"
    if picked:
        is_pale = f"({is_pale} || datum.year != {picked})"
    pale = f"datum.partial ? 0 : {is_pale} ? 0.45 : 1"
    # A pale bar keeps a rim of the full hue, so that it stands out from the paper.
    rim = f"datum.partial ? 1.5 : {is_pale} ? 1 : 0"
    bars = base.encode(x=x, tooltip=[*tooltip, alt.Tooltip("grade_name:N", title=" ")])
    y = _amount(unit)
    bought, sold = _both(bars, above, below)
    kinds = [
        part.mark_bar(fillOpacity=alt.ExprRef(pale), strokeWidth=alt.ExprRef(rim)).encode(
            y=y, color=palette.fill(idea), stroke=alt.StrokeDatum(idea)
        )
        for part, idea in ((bought, BOUGHT), (sold, SOLD))
    ]
    pick = alt.selection_point(name=PICK, fields=["year"], on="click", clear=False)
    layers = [_gap(base, above, x, tooltip[0]), kinds[0].add_params(pick), kinds[1], _zero(base), *_break(since)]
    layers += [*marks.layer(events, "year", x), *_last_values(base, above, below)]
    return finish(alt.layer(*layers), language, HEIGHT + marks.room(events))


def _amount(unit: str) -> alt.Y:
    axis = value_axis(unit, billions=True, labelExpr=MIRRORED_BILLIONS)
    return alt.Y("amount:Q").title(unit).axis(axis).scale(from_zero())


def _both(base: alt.Chart, above: str, below: str) -> tuple[alt.Chart, alt.Chart]:
    """The rows of each flow, the second one below zero."""
    up = base.transform_calculate(amount=f"datum['{above}']")
    return up, base.transform_calculate(amount=f"-datum['{below}']")


def _gap(base: alt.Chart, above: str, x: alt.X, year: alt.Tooltip) -> alt.Chart:
    empty = base.transform_filter(f"!isValid(datum['{above}'])").mark_rect(strokeWidth=1, strokeDash=[2, 2])
    return empty.encode(
        x=x,
        color=palette.fill("faint"),
        stroke=alt.StrokeDatum("other"),
        tooltip=[year, alt.Tooltip("why_missing:N", title=" ")],
    )


def _zero(base: alt.Chart) -> alt.Chart:
    return base.mark_rule(strokeWidth=1).encode(y=alt.datum(0), color=palette.fill("other"))


def _last_values(base: alt.Chart, above: str, below: str) -> list[alt.Chart]:
    """Both last values beside their bars, or beyond those near them where it is narrow; between them their ratio."""
    layers = []
    low = "abs(scale('y', datum.amount) - scale('y', 0)) < 10"
    for part, words, idea, off, farthest in zip(
        _both(base, above, below), ("above_words", "below_words"), (BOUGHT, SOLD), (-9, 11), ("max", "min"), strict=True
    ):
        place: dict[str, Any] = {
            "align": alt.ExprRef(f"{NARROW} ? 'right' : 'left'"),
            "dx": alt.ExprRef(f"{NARROW} ? 0 : 6"),
            "dy": alt.ExprRef(f"{NARROW} || {low} ? {off} : 0"),
            "fontWeight": 600,
        }
        beside = part.transform_window(
            sort=[alt.SortField("year")], frame=[-BESIDE, BESIDE], farthest=f"{farthest}(amount)"
        ).transform_calculate(amount=f"{NARROW} ? datum.farthest : datum.amount")
        last = beside.transform_filter(f"datum.{words}").encode(x=alt.value("width"), y="amount:Q", text=f"{words}:N")
        # A rim of paper, since over narrow bars the words stand on those beside, or as far out as the longest of them.
        name = last.mark_text(**place, strokeWidth=4)
        layers.append(name.encode(color=palette.label(idea), stroke=palette.rim("paper")))
    tall = f"!({NARROW}) && abs(scale('y', datum.amount) - scale('y', 0)) > {ROOM_FOR_WORDS}"
    between = base.transform_filter("datum.ratio_words").transform_calculate(amount=f"datum['{above}'] / 2")
    # Words that do not fit are empty, not transparent: those would still take their room beside the plot.
    ratio = between.mark_text(align="left", dx=6)
    fitting = alt.condition(tall, "ratio_words:N", alt.value(""))
    return [*layers, ratio.encode(x=alt.value("width"), y="amount:Q", text=fitting, color=palette.fill("ink"))]


def _break(since: tuple[int, str, bool] | None) -> list[alt.Chart]:
    """A thin rule before the first year of another kind, with its words to the right."""
    if since is None:
        return []
    mark = alt.Chart(alt.Data(values=[{"year": since[0], "word": since[1]}])).encode(x=alt.X("year:O", bandPosition=0))
    rule = mark.mark_rule(strokeDash=[3, 3]).encode(color=palette.fill("other"))
    word = mark.mark_text(align="left", dx=4, baseline="top", limit=170)
    return [rule, word.encode(y=alt.value(0), text="word:N", color=palette.fill("other_text"))]


@lru_cache
def by_month(
    columns: tuple[str, str, str],
    unit: str,
    headings: Headings,
    names: tuple[str, str],
    language: str,
    events: tuple[Mark, ...] = (),
) -> dict[str, Any]:
    """Bars of two flows by month; `columns` are above, below and their balance, `headings` those of the pointer.

    `names` are of the flows above and below the line.
    """
    base = alt.Chart(rows())
    # The running year is left out where there is no room for it, on a phone.
    fits = "scale('x', datum.value) > width - 14 ? '' : datum.label"
    axis = alt.Axis(title=None, grid=False, format="%Y", tickCount="year", labelExpr=fits)
    tooltip = [alt.Tooltip("month_name:N", title=headings[0])] + [
        alt.Tooltip(f"{column}:Q", title=title, format=",.1f")
        for column, title in zip(columns, headings[1:], strict=True)
    ]
    x = alt.X("yearmonth(month):T").axis(axis)
    bars = base.encode(x=x, y=_amount(unit), tooltip=tooltip)
    layers = [
        part.mark_bar().encode(color=palette.fill(idea))
        for part, idea in zip(_both(bars, *columns[:2]), (BOUGHT, SOLD), strict=True)
    ]
    free = marks.room(events)
    named = names_above(((BOUGHT, names[0]), (SOLD, names[1])), free)
    drawn = [*layers, _zero(base), *marks.layer(events, "month", x), *named]
    return finish(alt.layer(*drawn), language, HEIGHT + free)
