"""Bars by year: full, light, hollow or a diamond by what is known of the year, and where vintages meet."""

from functools import lru_cache
from typing import Any

import altair as alt
import pandas as pd

from ui.charts import marks, palette
from ui.charts.marks import Mark
from ui.charts.specification import MILLIONS, finish, from_zero, rows, value_axis, year_axis

ROOM_FOR_VALUE, ROOM_WITHIN = 27, 30
# What a figure of a value takes at most, in pixels.
ROOM_FOR_FIGURE = 6
# How far words may stand out of the plot on the right: the rim of a chart.
ROOM_OUTSIDE = 6


@lru_cache
def by_year(
    value: str,
    idea: str,
    unit: str,
    billions: bool,
    headings: tuple[str, str],
    years: tuple[int, int],
    styles: tuple[str, ...],
    language: str,
    breaks: tuple[int, ...] = (),
    word: str = "",
    events: tuple[Mark, ...] = (),
) -> dict[str, Any]:
    """Bars by year; a year without rows stays empty.

    Column `style` says solid, light (another vintage, a partial year), hollow (quoted, not official), mark (what the
    press says, a diamond), older (a tick: what an older vintage said) or withheld (an x at zero); column `written` is
    the value as it stands on the bar. `breaks` are years before which the series breaks, `word` what is said there;
    ticks and x are drawn only with a word. `styles` are those of the rows: marks without rows have no
    extent, and Vega warns of that.
    """
    # Room at the ends for the name of the last year, where many bars are narrow on a phone.
    x = alt.X("year:O").axis(year_axis(years)).scale(domain=list(range(years[0], years[1] + 1)), paddingOuter=1)
    y = alt.Y(f"{value}:Q").axis(value_axis(unit, billions)).scale(from_zero())
    tooltip = [
        alt.Tooltip("year:O", title=headings[0]),
        alt.Tooltip(f"{value}:Q", title=headings[1], format=MILLIONS if billions else ",.0f"),
        alt.Tooltip("series_name:N", title=" "),
    ]
    strength = (
        alt.when("datum.style == 'hollow'")
        .then(alt.value(0))
        .when("datum.style == 'light'")
        .then(alt.value(0.4))
        .otherwise(alt.value(1))
    )
    bars = alt.Chart(rows()).transform_filter("indexof(['mark', 'older', 'withheld'], datum.style) < 0")
    pressed = alt.Chart(rows()).transform_filter("datum.style == 'mark'")
    bar = bars.mark_bar(strokeWidth=2).encode(
        x=x, y=y, color=palette.fill(idea), stroke=alt.StrokeDatum(idea), fillOpacity=strength, tooltip=tooltip
    )
    diamond = pressed.mark_point(shape="diamond", size=110, strokeWidth=2, filled=False)
    room = alt.condition(f"bandwidth('x') >= {ROOM_FOR_VALUE} || datum.year == {years[1]}", alt.value(1), alt.value(0))
    texts = alt.Chart(rows()).encode(x=x, y=y, text="written:N", opacity=room, tooltip=tooltip)
    written = _written(texts, value, idea, styles)
    marked = [diamond.encode(x=x, y=y, color=palette.fill(idea), tooltip=tooltip)] if "mark" in styles else []
    apart = _kept_apart(x, y, tooltip, breaks, word, styles) if word else []
    drawn = [*marks.layer(events, "year", x), bar, *written, *marked, *apart]
    return finish(alt.layer(*drawn), language, 300 + marks.room(events))


def styles(frame: pd.DataFrame) -> tuple[str, ...]:
    """The styles that the rows have."""
    return tuple(sorted(set(frame["style"])))


def _written(texts: alt.Chart, value: str, idea: str, styles: tuple[str, ...]) -> list[alt.Chart]:
    """Values above their bars, inside hollow ones that are wide; right of diamonds, and left of a bar below one.

    Above a bar that is narrower than its value, the value begins with the bar, so that it stays off the one before, or
    sooner where the chart would end before it.
    """
    above = texts.transform_filter("indexof(['hollow', 'mark'], datum.style) < 0")
    left = f"width + {ROOM_OUTSIDE} - scale('x', datum.year) - {ROOM_FOR_FIGURE} * length(datum.written)"
    over: dict[str, Any] = {
        "align": alt.ExprRef(f"bandwidth('x') < {ROOM_FOR_VALUE} ? 'left' : 'center'"),
        "dx": alt.ExprRef(f"bandwidth('x') < {ROOM_FOR_VALUE} ? min(0, {left}) - bandwidth('x') / 2 : 0"),
        "dy": alt.ExprRef(f"datum['{value}'] < 0 ? 12 : -10"),
    }
    inside = (
        texts.transform_calculate(is_mark="datum.style == 'mark' ? 1 : 0")
        .transform_joinaggregate(marked="max(is_mark)", groupby=["year"])
        .transform_filter("datum.style == 'hollow'")
    )
    narrow = f"bandwidth('x') < {ROOM_WITHIN}"
    within: dict[str, Any] = {
        "align": alt.ExprRef(f"{narrow} ? 'right' : 'center'"),
        "dx": alt.ExprRef(f"!({narrow}) ? 0 : datum.marked ? -bandwidth('x') / 2 - 5 : bandwidth('x') / 2"),
        "dy": alt.ExprRef(f"!({narrow}) ? 14 : datum.marked ? 6 : -10"),
    }
    placed = [(above, over, 4)] if {*styles} - {"hollow", "mark"} else []
    placed += [(inside, within, 5)] if "hollow" in styles else []
    hues = {"color": palette.label(idea), "stroke": palette.rim("paper")}
    values = [part.mark_text(**place, strokeWidth=width).encode(**hues) for part, place, width in placed]
    if "mark" in styles:
        beside = texts.transform_filter("datum.style == 'mark'").mark_text(align="left", dx=10)
        values.append(beside.encode(color=palette.label(idea)))
    return values


def _kept_apart(
    x: alt.X, y: alt.Y, tooltip: list[alt.Tooltip], breaks: tuple[int, ...], word: str, styles: tuple[str, ...]
) -> list[alt.Chart]:
    """Where vintages meet: a rule with its word, ticks for what the older one said, an x for what is withheld."""
    tick = alt.Chart(rows()).transform_filter("datum.style == 'older'").mark_tick(thickness=2, bandSize=14)
    withheld = alt.Chart(rows()).transform_filter("datum.style == 'withheld'").mark_text(text="x", dy=-8)
    at = alt.Chart(alt.Data(values=[{"year": year, "word": word} for year in breaks]))
    edge = alt.X("year:O", bandPosition=0)
    name = at.mark_text(align="right", baseline="top", dx=-5, limit=alt.ExprRef("scale('x', datum.year) - 5"))
    older = tick.encode(x=x, y=y, color=palette.fill("ink"), tooltip=tooltip)
    return [
        *([older] if "older" in styles else []),
        withheld.encode(x=x, y=alt.datum(0), color=palette.fill("other_text"), tooltip=[tooltip[0], tooltip[2]]),
        at.mark_rule(strokeDash=[3, 3]).encode(x=edge, color=palette.fill("other")),
        name.encode(x=edge, y=alt.value(0), text="word:N", color=palette.fill("other_text")),
    ]
