"""Asylum claims by year, and how they were decided."""

import pandas as pd
import streamlit as st

import queries
from pages.people import visa_rules
from pages.people.choices import span
from pages.people.summary import claims_in_words
from ui import figure, numbers, words
from ui.charts import lines
from ui.filters import Years
from ui.language import current, text


def draw(years: Years) -> None:
    """Asylum claims by year with the visa dates, and how they were decided."""
    params = span(years)
    answer = queries.ask("asylum_claims", **params)
    frame = answer.frame
    if frame.empty:
        st.info(
            words.literal(text("empty.years", what=text("people.claims"), years=numbers.years(years.first, years.last)))
        )
        return
    wide = frame.pivot_table(index="year", columns="publisher", values="claims").reset_index()
    drawn = tuple(
        (publisher, idea, words.code("publishers", publisher))
        for publisher, idea in (("IRCC", "MEX"), ("UNHCR", "other"))
        if publisher in wide.columns
    )
    counted = queries.ask("asylum_summary", **params).frame
    figure.draw(
        key="asylum",
        finding=_finding(counted, years),
        subtitle=text("people.asylum.subtitle"),
        panels=[
            (
                lines.over_years(
                    drawn,
                    words.axis_title("claims"),
                    False,
                    words.heading("year"),
                    (int(wide["year"].min()), int(wide["year"].max())),
                    current(),
                    rules=visa_rules.visa_years(years),
                    names_on_top=True,
                ),
                wide,
            )
        ],
        answer=answer,
        columns=["year", "publisher", "claims", "all_claims", "share_pct", "grade"],
    )
    visa_rules.visa_rule_list(years)
    _decisions(years)


def _finding(counted: pd.DataFrame, years: Years) -> str:
    """The last year beside the highest one, where IRCC counted in these years."""
    if counted.empty:
        return text("people.asylum.other", years=numbers.years(years.first, years.last))
    row = counted.iloc[0]
    if row["year"] == row["peak_year"]:
        return text("people.asylum.most", year=row["year"], claims=numbers.decimal(row["claims"]))
    return text("people.asylum.finding", **claims_in_words(row))


def _decisions(years: Years) -> None:
    answer = queries.ask("asylum_decisions", **span(years))
    frame = answer.frame
    if frame.empty:
        return
    last = frame.iloc[-1]
    figure.draw(
        key="decisions",
        finding=text(
            "people.decisions.finding",
            year=int(last["year"]),
            rate=numbers.percent(last["recognition_rate_pct"]),
            recognized=numbers.decimal(last["recognized"]),
            rejected=numbers.decimal(last["rejected"]),
        ),
        subtitle=text("people.decisions.subtitle"),
        panels=[
            (
                lines.over_years(
                    (
                        ("recognized", "MEX", words.heading("recognized", with_unit=False)),
                        ("rejected", "ink", words.heading("rejected", with_unit=False)),
                        ("closed", "other", words.heading("closed", with_unit=False)),
                    ),
                    words.axis_title("decisions"),
                    False,
                    words.heading("year"),
                    (int(frame["year"].min()), int(frame["year"].max())),
                    current(),
                    names_on_top=True,
                ),
                frame[["year", "recognized", "rejected", "closed"]],
            )
        ],
        answer=answer,
    )
