"""Study permits by month of the year: persons, or their share of all nationalities."""

import pandas as pd

import queries
from pages.people.choices import span
from ui import figure, filters, numbers, words
from ui.charts import lines, palette
from ui.filters import Years
from ui.language import current, text
from ui.measures import CURRENT, SHARE
from ui.remember import remembered

FORMS = {"permits": ",.0f", "share_pct": ",.2f"}


def draw(years: Years) -> None:
    """One line a year; a sum of twelve months would count persons twice, so there is none."""
    named = {CURRENT: text("people.measure.count"), SHARE: text(f"measure.{SHARE}")}
    shown = filters.one("show", text("measure"), list(named), CURRENT, named.__getitem__, buttons=True)
    figure.draw(picture(years, "permits" if shown == CURRENT else "share_pct"))


@remembered
def picture(years: Years, column: str) -> figure.Figure | str:
    """Study permits by month of the year, one line a year, the last two picked out."""
    answer = queries.ask("study_permits_season", **span(years))
    frame = answer.frame
    if frame.empty:
        return text("empty.years", what=words.code("stream", "study"), years=numbers.years(years.first, years.last))
    return figure.Figure(
        key="season",
        finding=_most(years, frame) if column == "permits" else _last_share(frame),
        subtitle=text("people.season.subtitle") if column == "permits" else text("people.season.part.subtitle"),
        panels=[panel(frame, column, words.axis_title(column), FORMS[column])],
        answer=answer,
        columns=["year", "month_of_year", "permits", "share_pct", "suppressed", "vintage"],
    )


def panel(frame: pd.DataFrame, column: str, unit: str, form: str) -> figure.Panel:
    """One line a year over the months of `frame` (year, month_of_year, column), the last two named."""
    last = int(frame["year"].max())
    ideas = {last: "MEX", last - 1: "ink"}
    ends = frame[frame[column].notna()].groupby("year")["month_of_year"].max()
    plotted = frame.assign(
        idea=[ideas.get(year, "other") for year in frame["year"]],
        tag=[
            str(year) if year in ideas and month == ends.get(year) else ""
            for year, month in zip(frame["year"], frame["month_of_year"], strict=True)
        ],
        tag_idea=[palette.TEXT_OF.get(ideas.get(year, "other"), "ink") for year in frame["year"]],
        month_name=[numbers.month_name(month) for month in frame["month_of_year"]],
    )
    chart = lines.season(
        column,
        (words.heading("year"), words.heading("month"), words.heading(column)),
        tuple(numbers.month_name(month, "abbreviated") for month in range(1, 13)),
        unit,
        current(),
        form,
    )
    return chart, plotted[["year", "month_of_year", "month_name", column, "idea", "tag", "tag_idea"]]


def _most(years: Years, frame: pd.DataFrame) -> str:
    """The month with most permits."""
    peak = queries.ask("study_permits_peak_month", **span(years)).frame.iloc[0]
    return text(
        "people.season.finding",
        years=numbers.years(int(frame["year"].min()), int(frame["year"].max())),
        month=numbers.month_name(peak["month_of_year"]),
        year=peak["year"],
        permits=numbers.decimal(peak["permits"]),
    )


def _last_share(frame: pd.DataFrame) -> str:
    """The share of the last month that is known."""
    row = frame.dropna(subset=["share_pct"]).iloc[-1]
    share = numbers.percent(row["share_pct"], 1)
    return text("people.season.part", month=numbers.at_start(numbers.month(row["month"])), share=share)
