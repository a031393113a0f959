"""Events as stems on a time axis with their names and chapters, and a series under them on the same axis."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import altair as alt

from ui.charts import palette
from ui.charts.specification import BILLIONS, EDGE, finish, rows

PICK = "pick"
# Room of the value axis of the series below, one row of names, one step of intensity in rows, names of sides on top.
LEFT, ROW, STEP, HEAD = 48, 17, 1.3, 1.4
# More days than these have decades, or years, on their axis, fewer months; above the last only every third.
DECADES_NAMED, YEARS_NAMED, QUARTERS_NAMED = 10000, 1200, 400
# Number, name, first, middle and last day of a chapter as far as it is shown; no middle where its number has no room.
Chapter = tuple[int, str, str, str, str]


@dataclass(frozen=True)
class Window:
    """The days shown (ISO), the short names of months for its axis, and whether a series stands below."""

    first: str
    last: str
    days: int
    months: tuple[str, ...]
    has_series: bool

    @property
    def left(self) -> int:
        """Room kept at the left."""
        return LEFT if self.has_series else 0


def _time(window: Window, labels: bool = True) -> alt.X:
    """The days of the window, years or months written once under the events."""
    decades = window.days > DECADES_NAMED
    written: dict[str, Any] = {"format": "%Y", "tickCount": {"interval": "year", "step": 10 if decades else 1}}
    if window.days <= YEARS_NAMED:
        every = 3 if window.days > QUARTERS_NAMED else 1
        name = f"{json.dumps(window.months, ensure_ascii=False)}[month(datum.value)]"
        year = "(month(datum.value) == 0 || datum.index == 0 ? ' ' + year(datum.value) : '')"
        written = {"tickCount": {"interval": "month", "step": every}, "labelExpr": f"{name} + {year}"}
    axis = alt.Axis(title=None, grid=False, labelOverlap="greedy", labelAngle=0, labels=labels, ticks=labels, **written)
    return alt.X("date:T").axis(axis).scale(domain=[window.first, window.last], nice=False)


def _room(left: int, **more: Any) -> alt.Axis:
    return alt.Axis(domain=False, ticks=False, minExtent=left, maxExtent=left, **more)


@lru_cache
def events(
    window: Window,
    chapters: tuple[Chapter, ...],
    names: tuple[int, int],
    sides: tuple[str, str, str],
    headings: tuple[str, str, str, str],
    language: str,
) -> dict[str, Any]:
    """Repairs rise, strains fall, neutral context stays on the line; length is intensity; hollow is the wider field.

    `names` are the rows of names above and below; `sides` the words for repairs, strains and hollow marks; `headings`
    title the tooltip: date, title, intensity, reason. Columns `height` and `name_row` are in rows.
    """
    above, below = 3 * STEP + 0.8 + names[0] + HEAD, 3 * STEP + 0.8 + names[1] + HEAD
    x = _time(window)
    axis = _room(window.left, title=None, labels=False, grid=False)
    y = alt.Y("height:Q").axis(axis).scale(domain=[-below, above], nice=False)
    base = alt.Chart(rows())
    tooltip = [
        alt.Tooltip(f"{column}:{kind}", title=title)
        for (column, kind), title in zip(
            (("date_name", "N"), ("title", "N"), ("intensity", "Q"), ("reason", "N")), headings, strict=True
        )
    ]
    faded = alt.condition("datum.is_wider", alt.value(0.45), alt.value(1))
    stem = base.mark_rule(strokeWidth=1.5).encode(x=x, y=y, y2=alt.datum(0), color=palette.by("idea"), opacity=faded)
    mark = base.transform_calculate(within="datum.is_wider ? 'paper' : datum.idea").mark_point(
        size=45, strokeWidth=EDGE, filled=True, opacity=1, cursor="pointer"
    )
    hues = {"color": palette.by("within"), "stroke": palette.outline("idea")}
    # The nearest event answers wherever the reader taps.
    pick = alt.selection_point(name=PICK, fields=["event"], on="click", clear=False, nearest=True)
    marks = mark.encode(x=x, y=y, shape=_shape(), tooltip=tooltip, **hues).add_params(pick)
    zero = alt.Chart(alt.Data(values=[{}])).mark_rule().encode(y=alt.datum(0), color=palette.fill("other"))
    layers = [
        *_bands(chapters, above, below),
        zero,
        *_names(x, y),
        stem,
        _sides(sides, above, below),
        marks,
    ]
    return finish(alt.layer(*layers), language, round(ROW * (above + below)))


def _names(x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """The names of the strongest beside the ends of thin lines, each in a row of its own."""
    named = alt.Chart(rows()).transform_filter("datum.label != ''")
    named = named.transform_calculate(name_idea="datum.idea == 'other' ? 'other_text' : datum.idea")
    row = alt.Y("name_row:Q")
    line = named.mark_rule(strokeWidth=1, strokeDash=[2, 2], opacity=0.7).encode(
        x=x, y=y, y2="name_row:Q", color=palette.by("idea")
    )
    # A rim in the colour of the paper keeps a name legible where a line passes behind it.
    name = named.mark_text(
        align=alt.ExprRef("datum.side == 'left' ? 'right' : 'left'"),
        dx=alt.ExprRef("datum.side == 'left' ? -4 : 4"),
        strokeWidth=4,
        strokeJoin="round",
        fontWeight=600,
    )
    hues = {"color": palette.by("name_idea"), "stroke": palette.rim("paper")}
    return [line, name.encode(x=x, y=row, text="label:N", **hues)]


def _bands(chapters: Sequence[Chapter], above: float, below: float) -> list[alt.Chart]:
    """Every other chapter on a pale ground, its number on top."""
    if not chapters:
        return []
    values = [
        {"number": number, "name": name, "date": first, "until": last, "middle": middle, "even": number % 2}
        for number, name, first, middle, last in chapters
    ]
    base = alt.Chart(alt.Data(values=values))
    # The days of the axis are those of the other layers: said here, Vega would read them as words for the second end.
    x = alt.X("date:T")
    ground = base.transform_filter("datum.even == 0").mark_rect(opacity=0.55)
    middle = base.transform_filter("datum.middle != ''").mark_text(fontWeight=600)
    return [
        ground.encode(x=x, x2="until:T", y=alt.datum(-below), y2=alt.datum(above), color=palette.fill("faint")),
        middle.encode(
            x=alt.X("middle:T"),
            y=alt.datum(above - 0.6),
            text="number:Q",
            tooltip="name:N",
            color=palette.label("other"),
        ),
    ]


def _shape() -> alt.Shape:
    return alt.Shape("effect:N", legend=None).scale(
        domain=["repair", "strain", "neutral"], range=["triangle-up", "triangle-down", "circle"]
    )


def _sides(sides: tuple[str, str, str], above: float, below: float) -> alt.Chart:
    """The words above and below the line at its left end, and what a hollow mark means."""
    words = zip(sides, (above - 1.7, 1.6 - below, 0.6 - below), ("repair", "strain", "other_text"), strict=True)
    values = [{"word": word, "height": height, "name_idea": idea} for word, height, idea in words if word]
    mark = alt.Chart(alt.Data(values=values)).mark_text(align="left", dx=4, fontWeight=600)
    return mark.encode(x=alt.value(0), y="height:Q", text="word:N", color=palette.by("name_idea"))


@lru_cache
def under(
    window: Window, unit: str, idea: str, billions: bool, headings: tuple[str, str], language: str
) -> dict[str, Any]:
    """One series on the time axis of the events, which has the years; column `piece` breaks the line at gaps."""
    x = _time(window, labels=False)
    number = BILLIONS if billions else "format(datum.value, ',.4~r')"
    title = {"title": unit, "titleAngle": 0, "titleAlign": "left", "titleAnchor": "start"}
    axis = _room(LEFT, **title, titleX=-LEFT, titleY=-12, tickCount=4, labelExpr=number)
    y = alt.Y("value:Q").axis(axis).scale(zero=True)
    tooltip = [
        alt.Tooltip("date_name:N", title=headings[0]),
        alt.Tooltip("value:Q", title=headings[1], format=",.0f"),
    ]
    base = alt.Chart(rows())
    line = base.mark_line(strokeWidth=2.5).encode(x=x, y=y, color=palette.fill(idea), detail="piece:N")
    dots = base.mark_point(size=30, filled=True, opacity=1).encode(x=x, y=y, color=palette.fill(idea), tooltip=tooltip)
    return finish(alt.layer(line, dots), language, 180)
