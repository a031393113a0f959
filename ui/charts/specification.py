"""What all charts share: named rows, number formats of the language, quiet axes."""

from typing import Any

import altair as alt

from data import catalog
from ui.charts import palette

# The name under which Streamlit hands the rows of a chart to the browser.
ROWS = "source"
# Four significant digits: ticks of 0.05 stay apart, and 0.30000000000000004 is 0.3.
BILLIONS = "format(datum.value / 1000, ',.4~r')"
MIRRORED_BILLIONS = "format(abs(datum.value) / 1000, ',.4~r')"
SMALLEST_TYPE = 12
FIRST_NAME = -38
NAME_STEP = 17


def rows() -> alt.NamedData:
    """The place where a figure's rows come in."""
    return alt.NamedData(ROWS)


def value_axis(title: str, billions: bool, **more: Any) -> alt.Axis:
    """A value axis: faint grid, few ticks, unit on top; money in billions."""
    if billions:
        more.setdefault("labelExpr", BILLIONS)
    else:
        more.setdefault("format", ",.4~r")
    return alt.Axis(title=title, tickCount=5, domain=False, ticks=False, **_title_on_top(), **more)


def _title_on_top() -> dict[str, Any]:
    return {"titleAngle": 0, "titleAlign": "left", "titleAnchor": "start", "titleX": 0, "titleY": -12}


def names_above(names: tuple[tuple[str, str], ...]) -> list[alt.Chart]:
    """(idea, name) of lines as rows above the plot, where names at line ends would collide."""
    rows_above = []
    for place, (idea, name) in enumerate(reversed(names)):
        mark = alt.Chart(alt.Data(values=[{"name": f"━ {name}"}])).mark_text(align="left", fontWeight=600)
        height = alt.value(FIRST_NAME - NAME_STEP * place)
        rows_above.append(mark.encode(x=alt.value(0), y=height, text="name:N", color=palette.label(idea)))
    return rows_above


def year_axis(**more: Any) -> alt.Axis:
    """A time axis of years written 2015, 2020 …"""
    return alt.Axis(
        title=None, format="d", tickMinStep=1, grid=False, labelOverlap="greedy", labelFlush=False, labelAngle=0, **more
    )


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
    """The finished specification: language's numbers, type size, no frame."""
    if height:
        chart = chart.properties(height=height)
    done = (
        # One name for the whole chart (`alt`) and a table beside it serve a screen reader better than nameless marks.
        chart.configure(locale={"number": _numbers(language)})
        .configure_mark(aria=False)
        .configure_view(stroke=None)
        .configure_axis(labelFontSize=SMALLEST_TYPE, titleFontSize=SMALLEST_TYPE, titleFontWeight="normal")
        .configure_text(fontSize=SMALLEST_TYPE)
    )
    return _with_colours(done.to_dict())


def _with_colours(part: Any) -> Any:
    """The specification with the fixed colour scale under every constant colour."""
    if isinstance(part, list):
        return [_with_colours(item) for item in part]
    if not isinstance(part, dict):
        return part
    done = {key: _with_colours(item) for key, item in part.items()}
    for channel in ("color", "stroke"):
        if "datum" in (done.get("encoding", {}).get(channel) or {}):
            done["encoding"][channel] |= {"scale": palette.scale().to_dict(), "legend": None}
    return done
