"""Visitor visas by month: each, the same months of the years beside each other, twelve added up."""

from collections.abc import Sequence

import pandas as pd

import queries
from pages.people import season, visa_rules
from pages.people.choices import span
from queries import Answer
from ui import figure, filters, marks, numbers, words
from ui.charts import lines
from ui.filters import Years
from ui.language import current, text
from ui.remember import remembered

SHOWN = ("months", "season", "twelve")


def draw(years: Years) -> None:
    """Visitor visas by month, and the days on which the rule changed."""
    named = {code: text(f"people.visas.show.{code}") for code in SHOWN}
    shown = filters.one("show", text("people.visas.show"), SHOWN, SHOWN[0], named.__getitem__, buttons=True)
    if figure.draw(picture(years, shown)):
        visa_rules.visa_rule_list(years)


@remembered
def picture(years: Years, shown: str) -> figure.Figure | str:
    """Visitor visas approved, with the date the visa came back where months follow each other."""
    answer = queries.ask("visitor_visas", **span(years))
    column = "visas_12_months" if shown == "twelve" else "visas"
    known = answer.frame.dropna(subset=[column])
    if known.empty:
        return text("empty.years", what=text("people.view.visas"), years=numbers.years(years.first, years.last))
    # Suppressed months are gaps; months before the first twelve are not there.
    frame = answer.frame[answer.frame["month"] >= known["month"].iloc[0]]
    if shown == "season":
        year, month = frame["month"].dt.year, frame["month"].dt.month
        panel = season.panel(frame.assign(year=year, month_of_year=month), "visas", words.axis_title("visas"), ",.0f")
        beside: Sequence[Answer] = ()
    else:
        panel, beside = _by_month(frame, column)
    return figure.Figure(
        key="visas",
        finding=_finding(years, known, shown),
        subtitle=SUBTITLES[shown](),
        panels=[panel],
        answer=answer,
        columns=["month", "visas", "visas_change_pct", "visas_12_months", "suppressed", "vintage"],
        beside=beside,
    )


def _by_month(frame: pd.DataFrame, column: str) -> tuple[figure.Panel, Sequence[Answer]]:
    """One month after the other, with events."""
    marked = marks.by_day("people", frame["month"].iloc[0], frame["month"].iloc[-1])
    headings = (words.heading("month"), words.heading(column))
    chart = lines.over_months(column, "MEX", words.axis_title("visas"), headings, current(), marked.marks)
    plotted = frame.assign(month_name=[numbers.month(value) for value in frame["month"]])
    return (chart, plotted[["month", "month_name", column]]), marked.answers


# What is plotted, in each of the three ways.
SUBTITLES = {
    "months": lambda: text("people.visas.subtitle"),
    "season": lambda: text("people.visas.season.subtitle"),
    "twelve": lambda: text("people.visas.twelve.subtitle"),
}


def _finding(years: Years, known: pd.DataFrame, shown: str) -> str:
    """The month with most visas; the last one beside the year before; the last twelve."""
    last = known.iloc[-1]
    month = numbers.month(last["month"])
    if shown == "twelve":
        return text("people.visas.twelve", month=month, visas=numbers.decimal(last["visas_12_months"]))
    if shown == "season" and not numbers.missing(last["visas_change_pct"]):
        return text(
            "people.visas.season",
            month=numbers.at_start(month),
            visas=numbers.decimal(last["visas"]),
            change=numbers.change(last["visas_change_pct"]),
        )
    peak = queries.ask("visitor_visas_peak", **span(years)).frame.iloc[0]
    return text(
        "people.visas.finding",
        years=numbers.years(int(known["month"].iloc[0].year), int(last["month"].year)),
        month=numbers.month(peak["month"]),
        visas=numbers.decimal(peak["visas"]),
    )
