"""Study permits by year: held, and taken up."""

import pandas as pd
import streamlit as st

import queries
from data.frames import records
from pages.people.choices import MEASURES, span
from ui import figure, marks, numbers, words
from ui.charts import year_bars
from ui.filters import Years
from ui.language import count, current, text
from ui.remember import remembered


def draw(years: Years) -> None:
    """Stock and flow of study permits, in two panels because they are two measures."""
    for measure in MEASURES:
        figure.draw(picture(years, measure))
    if said := months_added_up(years):
        st.caption(words.literal(said))


@remembered
def picture(years: Years, measure: str) -> figure.Figure | str:
    """Study permits by year: one of the two measures."""
    params = {**span(years), "measure": measure}
    answer = queries.ask("study_permits", **params)
    frame = answer.frame
    if frame.empty:
        return text("empty.years", what=words.code("measure", measure), years=numbers.years(years.first, years.last))
    plotted = frame.assign(
        style=["light" if partial else "solid" for partial in frame["is_partial"]],
        series_name=[
            count("people.partial", row["months_covered"], n=row["months_covered"])
            if row["is_partial"]
            else words.code("measure", measure)
            for row in records(frame)
        ],
        written=[numbers.decimal(value) if pd.notna(value) else "–" for value in frame["permits"]],
    )
    marked = marks.by_year("people", frame["year"].min(), frame["year"].max())
    return figure.Figure(
        key=f"permits-{measure}",
        finding=_permits_finding(frame, measure),
        subtitle=text("people.stock.subtitle") if measure == "stock" else text("people.flow.subtitle"),
        panels=[(year_bars.by_year(
            "permits", "MEX", words.axis_title("permits"), False, (words.heading("year"), words.heading("permits")),
                    (int(frame["year"].min()), int(frame["year"].max())), year_bars.styles(plotted), current(),
                    events=marked.marks
        ), plotted[["year", "permits", "style", "series_name", "written"]])],
        answer=answer,
        columns=[
            "year", "measure", "permits", "world_permits", "share_pct", "rank", "months_covered", "is_partial",
            "suppressed", "vintage",
        ],
        beside=marked.answers,
    )  # fmt: skip


@remembered
def months_added_up(years: Years) -> str:
    """The newest count of the flow, which adds up months and is therefore no bar beside unique persons."""
    frame = queries.ask("people_flows", stream=["study"], **span(years)).frame
    if frame.empty:
        return ""
    last = frame.iloc[-1]
    return text(
        "people.flow.months",
        year=last["year"],
        permits=numbers.decimal(last["persons"]),
        vintage=last["vintage"],
        grade=last["grade"],
    )


def _permits_finding(frame: pd.DataFrame, measure: str) -> str:
    """From the first to the last whole year; one year alone, or a partial one, says so."""
    known = frame[frame["permits"].notna()]
    whole = known[~known["is_partial"]]
    last, first = (whole if len(whole) else known).iloc[-1], (whole if len(whole) else known).iloc[0]
    values = {
        "first": first["year"],
        "first_permits": numbers.decimal(first["permits"]),
        "last": last["year"],
        "last_permits": numbers.decimal(last["permits"]),
    }
    if whole.empty:
        return count("people.flow.partial", int(last["months_covered"]), n=int(last["months_covered"]), **values)
    if first["year"] == last["year"]:
        return text("people.stock.one", **values) if measure == "stock" else text("people.flow.one", **values)
    return text("people.stock.finding", **values) if measure == "stock" else text("people.flow.finding", **values)
