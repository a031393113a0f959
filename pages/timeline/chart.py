"""Events over the years, a series under them."""

import pandas as pd
import streamlit as st

import queries
from pages.timeline.choices import series_name
from queries import Answer
from ui import figure, numbers, words
from ui.charts import timeline as timeline_chart
from ui.filters import Years
from ui.language import current, text

IDEAS = {"imports": "MEX", "exports": "CAN", "study_permits": "MEX", "asylum_claims": "MEX", "visitor_visas": "MEX"}
LONGEST_MONTH, LONGEST_YEAR = 31, 366


def draw(answer: Answer, years: Years, series: str) -> None:
    """Events over the years, a chosen series under them on the same axis, with its own source."""
    found, language = answer.frame, current()
    heights = {"strain": -1, "repair": 1, "neutral": 0}
    marks = found.assign(
        height=[
            heights[effect] * intensity for effect, intensity in zip(found["effect"], found["intensity"], strict=True)
        ],
        idea=found["effect"].replace("neutral", "other"),
        title=found[f"title_{language}"],
        reason=found[f"reason_{language}"],
        date_name=_days(found),
    )
    span = (years.first, years.last)
    headings = (text("timeline.when"), text("timeline.what"), words.heading("intensity"), text("timeline.why"))
    panels = [
        (
            timeline_chart.events(span, (text("timeline.up"), text("timeline.down")), headings, language),
            marks[["event", "date", "date_name", "effect", "idea", "intensity", "height", "title", "reason"]],
        )
    ]
    below, cited = _series_panel(series, span)
    figure.draw(
        key="events",
        finding=text("timeline.finding", years=numbers.years(*span)),
        subtitle=text("timeline.subtitle", series=series_name(series)),
        panels=[*panels, *below],
        answer=answer,
        columns=[
            "event", "date", "date_precision", f"title_{language}", f"summary_{language}", "category", "actors",
            "effect", "intensity", f"reason_{language}", "scope", "confidence", "source_title", "source_url",
        ],
        pick=("event", "event"),
        beside=cited,
    )  # fmt: skip


def _series_panel(series: str, span: tuple[int, int]) -> tuple[list[figure.Panel], list[Answer]]:
    """The chosen series on the same axis; nothing where none is chosen or none has figures in these years."""
    if series == "none":
        return [], []
    answer = queries.ask("timeline_series", series=series, **{"from": span[0], "to": span[1]})
    rows = answer.frame
    if rows["value"].isna().all():
        st.info(words.literal(text("timeline.series.empty", series=series_name(series))))
        return [], []
    is_money = rows["unit"].iloc[0] == "CAD_M"
    unit = numbers.axis_unit("cad") if is_money else words.code("unit", rows["unit"].iloc[0])
    is_monthly = series == "visitor_visas"
    days = [numbers.month(day) if is_monthly else str(day.year) for day in rows["date"]]
    tip_unit = words.code("unit", rows["unit"].iloc[0])
    headings = (text("timeline.when"), text("label.value", label=series_name(series), value=tip_unit))
    chart = timeline_chart.under(span, numbers.at_start(unit), IDEAS[series], is_money, headings, current())
    longest_step = LONGEST_MONTH if is_monthly else LONGEST_YEAR
    plotted = timeline_chart.pieces(rows.assign(date_name=days), "date", ["series"], longest_step)
    return [(chart, plotted)], [answer]


def _days(frame: pd.DataFrame) -> list[str]:
    return [
        numbers.day(date, precision) for date, precision in zip(frame["date"], frame["date_precision"], strict=True)
    ]
