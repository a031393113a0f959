"""Study permits by year: held, and taken up."""

import pandas as pd
import streamlit as st

import queries
from pages.people.choices import MEASURES, span
from ui import figure, numbers, words
from ui.charts import bars
from ui.filters import Years
from ui.language import current, text


def draw(years: Years) -> None:
    """Stock and flow of study permits, in two panels because they are two measures."""
    for measure in MEASURES:
        _permits(years, measure)


def _permits(years: Years, measure: str) -> None:
    params = {**span(years), "measure": measure}
    answer = queries.ask("study_permits", **params)
    frame = answer.frame
    if frame.empty:
        st.info(
            words.literal(
                text("empty.years", what=words.code("measure", measure), years=numbers.years(years.first, years.last))
            )
        )
        return
    plotted = frame.assign(
        style=["light" if partial else "solid" for partial in frame["is_partial"]],
        series_name=[
            text("people.partial", n=row["months_covered"]) if row["is_partial"] else words.code("measure", measure)
            for row in frame.to_dict("records")
        ],
        written=[numbers.decimal(value) if pd.notna(value) else "–" for value in frame["permits"]],
    )
    figure.draw(
        key=f"permits-{measure}",
        finding=_permits_finding(frame, measure),
        subtitle=text("people.stock.subtitle") if measure == "stock" else text("people.flow.subtitle"),
        panels=[(bars.by_year(
            "permits", "MEX", words.axis_title("permits"), False, (words.heading("year"), words.heading("permits")),
                    (int(frame["year"].min()), int(frame["year"].max())), current()
        ), plotted[["year", "permits", "style", "series_name", "written"]])],
        answer=answer,
        columns=[
            "year", "measure", "permits", "world_permits", "share_pct", "rank", "months_covered", "is_partial",
            "suppressed", "vintage",
        ],
    )  # fmt: skip


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
        return text("people.flow.partial", n=last["months_covered"], **values)
    if first["year"] == last["year"]:
        return text("people.stock.one", **values) if measure == "stock" else text("people.flow.one", **values)
    return text("people.stock.finding", **values) if measure == "stock" else text("people.flow.finding", **values)
