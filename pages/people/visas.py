"""Visitor visas by month."""

import streamlit as st

import queries
from pages.people import visa_rules
from pages.people.choices import span
from ui import figure, numbers, words
from ui.charts import lines
from ui.filters import Years
from ui.language import current, text


def draw(years: Years) -> None:
    """Visitor visas approved by month, with the date the visa came back."""
    params = span(years)
    answer = queries.ask("visitor_visas", **params)
    frame = answer.frame
    if frame.empty:
        st.info(
            words.literal(
                text("empty.years", what=text("people.view.visas"), years=numbers.years(years.first, years.last))
            )
        )
        return
    frame = frame.assign(month_name=[numbers.month(value) for value in frame["month"]])
    peak = queries.ask("visitor_visas_peak", **params).frame.iloc[0]
    dates = queries.ask("visa_dates", **{"from": int(frame["month"].iloc[0].year), "to": years.last}).frame
    marks = tuple(
        (f"{d:%Y-%m-%d}", visa_rules.visa_word(s)) for d, s in zip(dates["date"], dates["status"], strict=True)
    )
    figure.draw(
        key="visas",
        finding=text(
            "people.visas.finding",
            years=numbers.years(int(frame["month"].iloc[0].year), int(frame["month"].iloc[-1].year)),
            month=numbers.month(peak["month"]),
            visas=numbers.decimal(peak["visas"]),
        ),
        subtitle=text("people.visas.subtitle"),
        panels=[
            (
                lines.over_months(
                    "visas",
                    "MEX",
                    words.axis_title("visas"),
                    (words.heading("month"), words.heading("visas")),
                    current(),
                    marks,
                ),
                frame[["month", "month_name", "visas"]],
            )
        ],
        answer=answer,
        columns=["month", "visas", "suppressed", "applications_processed", "vintage"],
    )
    visa_rules.visa_rule_list(years)
