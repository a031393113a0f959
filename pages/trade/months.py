"""Goods trade month by month, from one country's book at a time."""

import pandas as pd

import queries
from pages.trade import measured_months, monthly, months_of_mexico
from pages.trade.years import flow_names
from ui import figure, filters, marks, numbers, words
from ui.charts import flows, lines, month_pairs, palette
from ui.filters import Years
from ui.language import current, text
from ui.measures import CONSTANT, CURRENT, Measure, none
from ui.remember import remembered

MONTHLY_RATES = {"cad": [], "usd": ["cad_per_usd"], "mxn": ["cad_per_usd", "mxn_per_usd"]}
# What of the months is shown: of Canada's in current money, at constant prices, of Mexico's.
SHOWN = list(monthly.SHOWN)
AT_CONSTANT_PRICES = ["months", "twelve"]
OF_MEXICO = ["months", "change", "twelve"]
TWELVE = ("imports_12_months_cad_m", "exports_12_months_cad_m")
CHANGE = ("imports_change_pct", "exports_change_pct")
FLOWS = ("imports", "exports")
# What is known of each flow of a month: itself, the same month a year before, the change.
PARTS = ("cad_m", "before_cad_m", "change_pct")


def draw(years: Years, currency: str, measure: Measure) -> None:
    """Imports and exports month by month, from one country's book at a time, in the measure chosen."""
    book = filters.one("book", text("trade.book"), ["CAN", "MEX"], "CAN", words.country, buttons=True)
    if measure.code == CURRENT:
        made = (
            _of_canada(years, currency) if book == "CAN" else months_of_mexico.picture(years, monthly.shown(OF_MEXICO))
        )
        figure.draw(made or _nothing(book))
    elif book == "CAN":
        shown = monthly.shown(AT_CONSTANT_PRICES) if measure.code == CONSTANT else ""
        figure.draw(measured_months.of_canada(years, measure, shown) or none(measure))
    else:
        figure.draw(measured_months.of_mexico(years, measure) or none(measure))


def _of_canada(years: Years, currency: str) -> figure.Figure | None:
    """Each month, its change on the same month of the year before, or the twelve months up to it."""
    shown = monthly.shown(SHOWN)
    return year_before(years) if shown == SHOWN[0] else of_canada(years, currency, shown)


@remembered
def of_canada(years: Years, currency: str, shown: str) -> figure.Figure | None:
    """Each month, its change, or the twelve months up to it, from Canada's book."""
    answer = queries.ask("trade_monthly", partner="MEX", **years.params)
    above, below = {"months": (f"imports_{currency}_m", f"exports_{currency}_m"), "twelve": TWELVE, "change": CHANGE}[
        shown
    ]
    frame = monthly.with_names(answer.frame.dropna(subset=[above, below]))
    if frame.empty:
        return None
    unit = numbers.axis_unit(currency if shown == "months" else "cad")
    rates = [f"balance_{currency}_m", *MONTHLY_RATES[currency]] if shown == "months" else []
    drawn = [above, below, *rates[:1]] if rates else [above, below, "balance_12_months_cad_m"]
    marked = marks.by_day("trade", frame["month"].iloc[0], frame["month"].iloc[-1])
    if shown == "change":
        drawn = [above, below]
        names = ((above, "MEX", text("trade.imports")), (below, "CAN", text("trade.exports")))
        chart = lines.both_over_months(names, "%", "+,.1f", words.heading("month"), current(), marked.marks)
    else:
        chart = flows.by_month(tuple(drawn), unit, monthly.headings(drawn), flow_names(), current(), marked.marks)
    return figure.Figure(
        key="months",
        finding=_finding(frame, shown, currency),
        subtitle=monthly.subtitle(frame, shown, numbers.at_start(unit)),
        panels=[(chart, frame[["month", "month_name", *drawn]])],
        answer=answer,
        columns=["month", *dict.fromkeys([*drawn, *rates]), "vintage"],
        beside=marked.answers,
    )


@remembered
def year_before(years: Years) -> figure.Figure | None:
    """The last twelve months, each beside the same month of the year before, what was bought over what was sold."""
    answer = queries.ask("trade_months_compared", **years.params)
    frame = monthly.with_names(answer.frame)
    if frame.empty:
        return None
    frame = frame.assign(label=[numbers.month_short(value) for value in frame["month"]])
    span = numbers.months(frame["month"].iloc[0], frame["month"].iloc[-1])
    return figure.Figure(
        key="months",
        finding=_finding(frame, "beside", "cad"),
        subtitle=text(
            "trade.months.subtitle.beside",
            months=numbers.at_start(span),
            unit=numbers.at_start(numbers.axis_unit("cad")),
        ),
        panels=[_beside(frame, flow, name) for flow, name in zip(FLOWS, flow_names(), strict=True)],
        parts=flow_names(),
        answer=answer,
        columns=["month", *(f"{flow}_{part}" for flow in FLOWS for part in PARTS), "vintage"],
    )


def _beside(frame: pd.DataFrame, flow: str, name: str) -> figure.Panel:
    """One flow: the months of the span, and paler those of the year before."""
    now, before, change = (f"{flow}_{part}" for part in PARTS)
    said = [numbers.change(value) if not numbers.missing(value) else "" for value in frame[change]]
    headings = (words.heading("month"), words.heading(now), words.heading(before), words.heading(change))
    names = (name, text("trade.months.before"))
    chart = month_pairs.paired(now, before, palette.seller(flow), names, numbers.axis_unit("cad"), headings, current())
    plotted = frame.assign(change_pct=frame[change], change_words=said)
    return chart, plotted[["label", "month_name", now, before, "change_pct", "change_words"]]


def _finding(frame: pd.DataFrame, shown: str, currency: str) -> str:
    """The last month beside the same month of the year before, by itself where that is missing, or twelve months."""
    row = frame.iloc[-1]
    if shown == "twelve":
        amounts = [numbers.drawn(row[column]) for column in TWELVE]
        return monthly.twelve_added_up(row, *amounts)
    if numbers.missing(row["imports_change_pct"]) or numbers.missing(row["exports_change_pct"]):
        return monthly.one_month(row, *(numbers.drawn(row[f"{flow}_{currency}_m"], currency) for flow in FLOWS))
    return text(
        "trade.months.finding.change",
        month=numbers.at_start(row["month_name"]),
        imports=numbers.change(row["imports_change_pct"]),
        exports=numbers.change(row["exports_change_pct"]),
    )


def _nothing(book: str) -> str:
    return text("trade.months.none", country=words.country(book))
