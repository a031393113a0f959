"""Months in another measure than current money: constant prices, share of Canada's total, an index."""

import pandas as pd

import queries
from pages.trade import monthly
from pages.trade.years import flow_names
from queries import Answer
from ui import figure, marks, numbers, words
from ui.charts import flows, lines
from ui.filters import Years
from ui.language import current, text
from ui.measures import CONSTANT, INDEX, SHARE, Measure, Wording
from ui.remember import remembered

MONEY = {
    "months": ("imports_constant_cad_m", "exports_constant_cad_m", "balance_constant_cad_m"),
    "twelve": (
        "imports_12_months_constant_cad_m",
        "exports_12_months_constant_cad_m",
        "balance_12_months_constant_cad_m",
    ),
}
LINES = {
    SHARE: ("imports_of_total_pct", "exports_of_total_pct"),
    INDEX: ("imports_index", "exports_index"),
}


@remembered
def of_canada(years: Years, measure: Measure, shown: str) -> figure.Figure | None:
    """Canada's months; at constant prices each by itself or the twelve up to it, as `shown` says."""
    base = {"base": measure.base} if measure.base else {}
    answer = queries.ask("measured_months", **base, **years.params)
    if measure.code == CONSTANT:
        return _at_constant_prices(answer, measure, shown)
    drawn = LINES[measure.code]
    frame = monthly.with_names(answer.frame.dropna(subset=list(drawn)))
    if frame.empty:
        return None
    last = frame.iloc[-1]
    if measure.code == SHARE:
        parts = [numbers.percent(last[column], 1) for column in drawn]
        finding = text("trade.months.share", month=last["month_name"], imports=parts[0], exports=parts[1])
        return _lines(frame, answer, drawn, Wording(finding, text("trade.months.share.subtitle"), "%", ",.2f"))
    return _lines(frame, answer, drawn, _index(last, drawn, measure, text("trade.months.index.canada")))


@remembered
def of_mexico(years: Years, measure: Measure) -> figure.Figure | str | None:
    """Mexico's months as an index; a sentence where what the measure would need is not known."""
    if measure.code != INDEX:
        return text("trade.months.mexico.not_measured", measure=text(f"measure.{measure.code}"))
    answer = queries.ask("mexico_trade_monthly", partner="CAN", base=measure.base, **years.params)
    # Above the line stands what Mexico sells, as in the other figures.
    drawn = ("exports_index", "imports_index")
    frame = monthly.with_names(answer.frame.dropna(subset=list(drawn)))
    if frame.empty:
        return None
    said = _index(frame.iloc[-1], drawn, measure, text("trade.months.index.mexico"))
    return _lines(frame, answer, drawn, said)


def _at_constant_prices(answer: Answer, measure: Measure, shown: str) -> figure.Figure | None:
    drawn = MONEY[shown]
    frame = monthly.with_names(answer.frame.dropna(subset=list(drawn)))
    if frame.empty:
        return None
    last = frame.iloc[-1]
    amounts = {"imports": numbers.drawn(last[drawn[0]]), "exports": numbers.drawn(last[drawn[1]])}
    values = {"base": measure.base, **amounts}
    marked = marks.by_day("trade", frame["month"].iloc[0], last["month"])
    unit = numbers.axis_unit("cad")
    chart = flows.by_month(drawn, unit, monthly.headings(drawn), flow_names(), current(), marked.marks)
    return figure.Figure(
        key="months",
        finding=text("trade.months.constant", month=numbers.at_start(last["month_name"]), **values)
        if shown == "months"
        else text("trade.months.constant.twelve", month=last["month_name"], **values),
        subtitle=text("trade.months.constant.subtitle", unit=numbers.at_start(unit), base=measure.base),
        panels=[(chart, frame[["month", "month_name", *drawn]])],
        answer=answer,
        columns=["month", *drawn, "imports_cad_m", "exports_cad_m", "consumer_price_index", "vintage"],
        beside=marked.answers,
    )


def _index(last: pd.Series, drawn: tuple[str, str], measure: Measure, basis: str) -> Wording:
    reached = {"imports": numbers.decimal(last[drawn[0]]), "exports": numbers.decimal(last[drawn[1]])}
    finding = text("trade.months.index", month=numbers.at_start(last["month_name"]), base=measure.base, **reached)
    subtitle = text("trade.months.index.subtitle", base=measure.base, basis=basis)
    return Wording(finding, subtitle, f"{measure.base} = 100", ",.0f")


def _lines(frame: pd.DataFrame, answer: Answer, drawn: tuple[str, str], said: Wording) -> figure.Figure:
    """Both flows as lines by month."""
    marked = marks.by_day("trade", frame["month"].iloc[0], frame["month"].iloc[-1])
    named = tuple(zip(drawn, ("MEX", "CAN"), flow_names(), strict=True))
    chart = lines.both_over_months(named, said.unit, said.form, words.heading("month"), current(), marked.marks)
    money = [
        column for column in ("imports_cad_m", "exports_cad_m", "imports_usd_m", "exports_usd_m") if column in frame
    ]
    return figure.Figure(
        key="months",
        finding=said.finding,
        subtitle=said.subtitle,
        panels=[(chart, frame[["month", "month_name", *drawn]])],
        answer=answer,
        columns=["month", *drawn, *money, *(["vintage"] if "vintage" in frame else [])],
        beside=marked.answers,
    )
