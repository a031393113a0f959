"""Study permits by month of the year."""

import streamlit as st

import queries
from pages.people.choices import span
from ui import figure, numbers, words
from ui.charts import lines
from ui.filters import Years
from ui.language import current, text


def draw(years: Years) -> None:
    """Study permits by month of the year, one line a year, the last two picked out."""
    answer = queries.ask("study_permits_season", **span(years))
    frame = answer.frame
    if frame.empty:
        st.info(
            words.literal(
                text("empty.years", what=words.code("stream", "study"), years=numbers.years(years.first, years.last))
            )
        )
        return
    last = int(frame["year"].max())
    ideas = {last: "MEX", last - 1: "ink"}
    ends = frame[frame["permits"].notna()].groupby("year")["month_of_year"].max()
    peak = queries.ask("study_permits_peak_month", **span(years)).frame.iloc[0]
    tags = [
        str(year) if year in ideas and month == ends.get(year) else ""
        for year, month in zip(frame["year"], frame["month_of_year"], strict=True)
    ]
    plotted = frame.assign(
        idea=[ideas.get(year, "other") for year in frame["year"]],
        tag=tags,
        month_name=[numbers.month_name(month) for month in frame["month_of_year"]],
    )
    figure.draw(
        key="season",
        finding=text(
            "people.season.finding",
            years=numbers.years(int(frame["year"].min()), last),
            month=numbers.month_name(peak["month_of_year"]),
            year=peak["year"],
            permits=numbers.decimal(peak["permits"]),
        ),
        subtitle=text("people.season.subtitle"),
        panels=[
            (
                lines.season(
                    "permits",
                    (words.heading("year"), words.heading("month"), words.heading("permits")),
                    tuple(numbers.month_name(month, "abbreviated") for month in range(1, 13)),
                    words.axis_title("permits"),
                    current(),
                ),
                plotted[["year", "month_of_year", "month_name", "permits", "idea", "tag"]],
            )
        ],
        answer=answer,
        columns=["year", "month_of_year", "permits", "suppressed", "vintage"],
    )
