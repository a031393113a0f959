"""Services beside goods: what each country sells the other, by year; by kind where the table has been refreshed."""

import pandas as pd
import streamlit as st

import queries
from data.frames import records
from pages.trade import measures
from pages.trade import years as by_year
from pages.trade.measures import Series
from ui import figure, filters, marks, numbers, words
from ui.charts import bars
from ui.filters import Years
from ui.language import count, current, text
from ui.measures import CURRENT, Measure
from ui.remember import remembered

FLOWS = ["imports_cad_m", "exports_cad_m"]
DRAWN = [*FLOWS, "balance_cad_m"]
COLUMNS = ["year", "service", *DRAWN, "months_covered", "suppressed", "vintage", "grade"]
WHOLE = 12


def has_rows() -> bool:
    """Whether there is anything to show yet."""
    return not queries.ask("services_trade", kind="total").frame.empty


def draw(years: filters.Years, measure: Measure) -> None:
    """Both flows of all services by year in the measure chosen, then by kind in the last year that has both."""
    if measure.code != CURRENT:
        series = Series("services", "services", text("trade.series.services"), text("trade.series.payments"))
        measures.draw(series, years, measure)
        return
    made = flows(years)
    if made is None:
        st.info(words.literal(text("empty.rows")))
        return
    figure.draw(made)
    if parts := kinds(years):
        figure.draw(parts)


@remembered
def flows(years: Years) -> figure.Figure | None:
    """Both flows by year; a year of which months are missing is hollow and says how many it has."""
    answer = queries.ask("services_trade", **years.params, kind="total", whole="any")
    frame = words.named(answer.frame, "grade")
    frame = frame.assign(why_missing=text("trade.services.missing"), partial=frame["months_covered"] < WHOLE)
    last = _last_whole(frame)
    if last is None:
        return None
    marked = marks.by_year("trade", frame["year"].min(), frame["year"].max())
    return figure.Figure(
        key="services",
        finding=text(
            "trade.services.finding",
            year=last["year"],
            imports=numbers.drawn(last["imports_cad_m"]),
            exports=numbers.drawn(last["exports_cad_m"]),
        ),
        subtitle=text(
            "trade.services.subtitle",
            unit=numbers.at_start(numbers.axis_unit("cad")),
            vintage=last["vintage"],
            grade=last["grade"],
        )
        + _partial(frame),
        panels=[by_year.panel(frame, DRAWN, "cad", marked)],
        answer=answer,
        columns=COLUMNS,
        beside=marked.answers,
    )


def _last_whole(frame: pd.DataFrame) -> pd.Series | None:
    """The last whole year with both flows."""
    whole = frame[~frame["partial"]].dropna(subset=FLOWS)
    return None if whole.empty else whole.iloc[-1]


def _partial(frame: pd.DataFrame) -> str:
    """What the hollow bars cover."""
    said = [
        count("trade.services.partial", int(row["months_covered"]), year=row["year"], months=row["months_covered"])
        for row in records(frame[frame["partial"]])
    ]
    return "".join(f" {sentence}" for sentence in said)


@remembered
def kinds(years: Years) -> figure.Figure | None:
    """Both flows by kind in the last whole year; nothing where kinds are not at hand."""
    whole = queries.ask("services_trade", **years.params, kind="total").frame.dropna(subset=FLOWS)
    last = int(whole["year"].iloc[-1])
    answer = queries.ask("services_trade", **{"from": last, "to": last, "kind": "parts"})
    frame = words.named(answer.frame, "service")
    if frame.empty:
        return None
    return figure.Figure(
        key="services-kinds",
        finding=_largest(frame),
        subtitle=text("trade.services.kinds.subtitle", unit=numbers.at_start(numbers.axis_unit("cad"))),
        panels=[_both_ways(frame)],
        answer=answer,
        columns=COLUMNS,
    )


def _both_ways(frame: pd.DataFrame) -> figure.Panel:
    imports, exports = FLOWS
    headings = (words.heading(exports), words.heading(imports))
    sides = (text("trade.exports"), text("trade.imports"))
    chart = bars.paired(exports, imports, "service", headings, numbers.axis_unit("cad"), len(frame), current(), sides)
    named = frame.assign(label=[numbers.at_start(name) for name in frame["service_name"]])
    return chart, named[["service", "label", *FLOWS]]


def _largest(frame: pd.DataFrame) -> str:
    known = frame.dropna(subset=FLOWS[:1])
    if known.empty:
        return text("trade.services.kinds.none", year=frame["year"].iloc[0])
    first = known.loc[known["imports_cad_m"].idxmax()]
    return text(
        "trade.services.kinds",
        year=first["year"],
        service=first["service_name"],
        value=numbers.money(first["imports_cad_m"]),
    )
