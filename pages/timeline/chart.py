"""Events over the days of the window, the strongest named, a series under them where one is chosen."""

from datetime import date

import pandas as pd

import queries
from pages.timeline import chapters, fields, names
from pages.timeline.chapters import Window
from pages.timeline.choices import Choices, series_name
from pages.timeline.counted import counted
from queries import Answer
from ui import figure, numbers, words
from ui.charts import events as events_chart
from ui.charts import timeline as timeline_chart
from ui.language import count, current, text
from ui.remember import remembered
from ui.rows import offer

IDEAS = {"imports": "MEX", "exports": "CAN", "study_permits": "MEX", "asylum_claims": "MEX", "visitor_visas": "MEX"}
LONGEST_MONTH, LONGEST_YEAR = 31, 366
SIDES = {"strain": -1, "repair": 1, "neutral": 0}
DRAWN = [
    "event", "date", "date_name", "effect", "idea", "intensity", "height", "title", "reason", "is_wider",
    "label", "side", "name_row",
]  # fmt: skip
COLUMNS = [
    "event", "date", "date_precision", "title", "summary", "category", "actors", "effect", "intensity", "reason",
    "scope", "act", "us_act", "confidence", "source_title", "source_url", "grade",
]  # fmt: skip


@remembered
def made(chosen: Choices, window: Window) -> figure.Figure:
    """The events found, the relation itself filled, the wider field hollow; a tap on one opens it."""
    answer = queries.ask("events", lang=current(), **window.params, **chosen.params)
    below, beside = _series(chosen.series, window)
    corners = (text("timeline.up"), text("timeline.down"))
    marks, rows = names.placed(_marked(answer.frame), window.first, window.last, corners)
    drawn = _window(window, has_series=bool(below))
    has_wider = bool(marks["is_wider"].any()) and not bool(marks["is_wider"].all())
    sides = (*corners, text("timeline.hollow") if has_wider else "")
    headings = (text("timeline.when"), text("timeline.what"), words.heading("intensity"), text("timeline.why"))
    bands = chapters.within(window)
    chart = events_chart.events(drawn, bands, rows, sides, headings, current())
    return figure.Figure(
        key="events",
        finding=_finding(chosen, window),
        subtitle=_subtitle(chosen.series, bool(below), bool(bands)),
        panels=[(chart, _in_rows(marks, has_wider)), *below],
        answer=answer,
        columns=COLUMNS,
        parts=(text("menu.timeline"), series_name(chosen.series)) if below else (),
        pick=("event", "event"),
        beside=beside,
    )


def _finding(chosen: Choices, window: Window) -> str:
    """The year that brought most strains, where several years are shown; else how many there are."""
    counts = fields.counts(chosen, window)
    strains, repairs = fields.of_both(counts["acts"])
    if window.chapter != chapters.ALL:
        named = f"{chapters.name(window)}, {window.in_words}"
        return text("timeline.finding", window=named, counted=counted(strains, repairs))
    if window.first.year == window.last.year or strains < 2:
        shown = numbers.at_start(window.in_words)
        return text("timeline.finding", window=shown, counted=counted(strains, repairs))
    peak = counts.loc["strain"]
    return text(
        "timeline.finding.peak",
        window=window.in_words,
        strains=count("timeline.strains", strains, n=numbers.decimal(strains)),
        year=peak["peak_year"],
        n=numbers.decimal(peak["peak_acts"]),
    )


def _subtitle(series: str, is_drawn: bool, has_chapters: bool) -> str:
    below = text("timeline.subtitle.series", series=series_name(series)) if is_drawn else ""
    missing = text("timeline.series.empty", series=series_name(series)) if series != "none" and not is_drawn else ""
    numbered = f" {text('timeline.subtitle.chapters')}" if has_chapters else ""
    return figure.noted(text("timeline.subtitle") + numbered, below, missing, text("timeline.click"))


def _window(window: Window, has_series: bool) -> events_chart.Window:
    months = tuple(numbers.month_short(date(2000, month, 1)) for month in range(1, 13))
    days = (window.last - window.first).days
    return events_chart.Window(str(window.first), str(window.last), days, months, has_series)


def _marked(found: pd.DataFrame) -> pd.DataFrame:
    """Events with what their marks need: idea of colour, date in words, whether they belong to the wider field."""
    days = [numbers.day(day, precision) for day, precision in zip(found["date"], found["date_precision"], strict=True)]
    return found.assign(
        date=pd.to_datetime(found["date"]).dt.date,
        idea=found["effect"].replace("neutral", "other"),
        date_name=days,
        is_wider=found["scope"] != fields.RELATION,
    )


def _in_rows(marks: pd.DataFrame, has_wider: bool) -> pd.DataFrame:
    """The marks with their height and the row of their name; hollow only where there are filled ones too."""
    side = marks["effect"].map(SIDES)
    height = side * marks["intensity"] * events_chart.STEP
    row = side * (3 * events_chart.STEP + 0.4 + marks["row"].fillna(0))
    done = marks.assign(
        height=height, name_row=row.where(marks["label"] != "", height), is_wider=marks["is_wider"] & has_wider
    )
    return done[DRAWN]


def offer_series(series: str, window: Window) -> None:
    """The rows of the series that stands under the events: those of the figure are the events."""
    if answer := _known(series, window):
        offer("series", series_name(series), answer)


def _known(series: str, window: Window) -> Answer | None:
    """The chosen series; nothing where none is chosen or none has figures in these years."""
    if series == "none":
        return None
    answer = queries.ask("timeline_series", series=series, **{"from": window.first.year, "to": window.last.year})
    return None if answer.frame["value"].isna().all() else answer


def _series(series: str, window: Window) -> tuple[list[figure.Panel], list[Answer]]:
    """The chosen series on the same axis, if there is any of it."""
    answer = _known(series, window)
    if answer is None:
        return [], []
    rows = answer.frame
    is_money = rows["unit"].iloc[0] == "CAD_M"
    tip_unit = words.code("unit", rows["unit"].iloc[0])
    unit = numbers.axis_unit("cad") if is_money else tip_unit
    is_monthly = series == "visitor_visas"
    days = [numbers.month(day) if is_monthly else str(day.year) for day in rows["date"]]
    headings = (text("timeline.when"), text("label.value", label=series_name(series), value=tip_unit))
    chart = events_chart.under(
        _window(window, has_series=True), numbers.at_start(unit), IDEAS[series], is_money, headings, current()
    )
    longest_step = LONGEST_MONTH if is_monthly else LONGEST_YEAR
    return [(chart, timeline_chart.pieces(rows.assign(date_name=days), "date", ["series"], longest_step))], [answer]
