"""What all charts share: named rows, number formats of the language, quiet axes."""

from typing import Any

import altair as alt
from altair.utils import schemapi

from data import catalog
from ui.charts import palette

# The name under which Streamlit hands the rows of a chart to the browser.
ROWS = "source"
# Four significant digits: ticks of 0.05 stay apart, and 0.30000000000000004 is 0.3.
BILLIONS = "format(datum.value / 1000, ',.4~r')"
MIRRORED_BILLIONS = "format(abs(datum.value) / 1000, ',.4~r')"
# What the pointer says of money in millions: as many decimals as the table of rows has.
MILLIONS = ",.1f"
SMALLEST_TYPE = 12
# Names of years that fit on a phone, and the steps between them.
MOST_YEARS, STEPS = 8, (1, 2, 5, 10, 20, 50)
# The same few years, found by the browser: the year of a label is one if it is the last, or round and not near that.
_LONGER = " + ".join(f"(span(domain('x')) >= {MOST_YEARS * step})" for step in STEPS[:-1])
_STEP = f"{list(STEPS)}[{_LONGER}]"
_BEFORE_LAST = "peek(domain('x')) - datum.value"
FEW_YEARS = f"{_BEFORE_LAST} == 0 || datum.value % {_STEP} == 0 && 2 * ({_BEFORE_LAST}) > {_STEP} ? datum.label : ''"
TICKS = 5
# Around a mark that may be hollow.
EDGE = 1.6
FIRST_NAME = -38
NAME_STEP = 17
# Checking every part of every chart against the schema would take a third of the time of a new figure: a test does it.
schemapi.disable_debug_mode()
_SHARED = {
    # One name for the whole chart (`alt`) and a table beside it serve a screen reader better than nameless marks.
    # Without a tooltip of its own a mark would be given one by Streamlit, with raw names of columns.
    "mark": {"aria": False, "tooltip": None},
    "axis": {
        "aria": False,
        "labelFontSize": SMALLEST_TYPE,
        "titleFontSize": SMALLEST_TYPE,
        "titleFontWeight": "normal",
    },
    "text": {"fontSize": SMALLEST_TYPE},
}
_COLOURS = palette.scale().to_dict()
# What stands for a line before its name.
SOLID, DASHED = "━", "‒ ‒"


def rows() -> alt.NamedData:
    """The place where a figure's rows come in."""
    return alt.NamedData(ROWS)


def value_axis(title: str | None, billions: bool, **more: Any) -> alt.Axis:
    """A value axis: faint grid, few ticks, unit on top; money in billions."""
    if billions:
        more.setdefault("labelExpr", BILLIONS)
    else:
        more.setdefault("format", ",.4~r")
    return alt.Axis(title=title, tickCount=TICKS, domain=False, ticks=False, **_title_on_top(), **more)


def from_zero() -> alt.Scale:
    """A value scale that holds zero and ends on the lines of its grid."""
    return alt.Scale(zero=True, nice=TICKS)


def _title_on_top() -> dict[str, Any]:
    place = {"titleAngle": 0, "titleAlign": "left", "titleAnchor": "start", "titleX": 0, "titleY": -12}
    return {**place, "titleLimit": alt.ExprRef("width")}


def names_above(
    names: tuple[tuple[str, str], ...], room: int = 0, dashed: tuple[str, ...] = (), have_points: bool = False
) -> list[alt.Chart]:
    """(idea, name) of lines as rows above the plot, where names at line ends would collide.

    `room` is kept free between them and the plot; `dashed` are names of dashed lines.
    Where lines have points, each name shows the shape of its own.
    """
    written = [
        {
            "name": f"{DASHED if name in dashed else SOLID}{palette.sign(idea) if have_points else ''} {name}",
            "height": FIRST_NAME - room - NAME_STEP * place,
            "name_idea": palette.TEXT_OF.get(idea, idea),
        }
        for place, (idea, name) in enumerate(reversed(names))
    ]
    mark = alt.Chart(alt.Data(values=written)).mark_text(align="left", fontWeight=600, limit=alt.ExprRef("width"))
    height = alt.YValue(alt.ExprRef("datum.height"))
    return [mark.encode(x=alt.value(0), y=height, text="name:N", color=palette.by("name_idea"))]


def year_axis(span: tuple[int, int] | None = None, **more: Any) -> alt.Axis:
    """A time axis of years written 2015, 2020 …; with a span a few of them, each once, and always the last."""
    if span:
        more |= {"values": _few_years(*span), "labelOverlap": False}
    usual: dict[str, Any] = {"title": None, "format": "d", "tickMinStep": 1, "grid": False}
    usual |= {"labelOverlap": "greedy", "labelAngle": 0, "labelFlush": False}
    return alt.Axis(**usual | more)


def _few_years(first: int, last: int) -> list[int]:
    """Round years, so few that their names fit on a phone, and the last one, from which the others keep away."""
    step = next(step for step in STEPS if (last - first) / step < MOST_YEARS)
    return [*(year for year in range(-(-first // step) * step, last, step) if 2 * (last - year) > step), last]


def axis_of_bars() -> alt.Axis:
    """An axis with a bar for each year, of which a few are named as by `year_axis`, whatever years the rows have.

    So a chart of other years has the same specification: the browser takes its rows, and makes no chart anew.
    """
    return year_axis(labelOverlap=False, labelExpr=FEW_YEARS)


def _numbers(language: str) -> dict[str, Any]:
    """How the browser writes numbers in a language; no format of ours asks for a currency."""
    written = catalog.languages()[language]
    return {
        "decimal": written.decimal,
        "thousands": written.thousands,
        "grouping": [3],
        "currency": ["", ""],
        "minus": "−",
    }


def finish(chart: Any, language: str, height: int | None = None) -> dict[str, Any]:
    """The finished specification: language's numbers, type size, no frame.

    Altair copies a whole chart each time something is set on it: what all charts share is added to the specification.
    """
    done = chart.to_dict(validate=False)
    if height:
        done["height"] = height
    done["config"] |= {**_SHARED, "view": {**done["config"]["view"], "stroke": None}}
    done["config"]["locale"] = {"number": _numbers(language)}
    return _with_colours(done)


def _with_colours(chart: dict[str, Any]) -> dict[str, Any]:
    """The specification with the fixed colour scale under every constant colour."""
    for part in chart.get("layer", []):
        _with_colours(part)
    for channel in ("color", "stroke"):
        if "datum" in (chart.get("encoding", {}).get(channel) or {}):
            chart["encoding"][channel] |= {"scale": _COLOURS, "legend": None}
    return chart
