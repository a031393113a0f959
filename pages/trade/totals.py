"""Goods trade by year: the page's answer, its four figures and the balance."""

from datetime import date

import pandas as pd

import queries
from pages.trade import years as by_year
from queries import Answer
from ui import age, figure, marks, numbers, words
from ui.filters import Years
from ui.language import count, text
from ui.remember import remembered

RATES = {
    "cad": ["cad_per_usd", "derived_currency"],
    "usd": ["cad_per_usd", "derived_currency"],
    "mxn": ["cad_per_usd", "mxn_per_usd"],
}
DERIVED = {"cad": ["cad"], "usd": ["usd"], "mxn": ["cad", "usd", "none"]}


@remembered
def answer(years: Years, currency: str, today: date) -> str:
    """The page's sentence, for the last year of the span that has both flows."""
    row = _last(_summary(years, currency))
    if row is None:
        return text("trade.answer.none", years=numbers.years(years.first, years.last))
    values = {
        "year": row["year"],
        "imports": numbers.money(row[f"imports_{currency}_m"], currency),
        "exports": numbers.money(row[f"exports_{currency}_m"], currency),
        "age": age.and_next(_of_year(int(row["year"])), today),
    }
    return text("trade.answer", **values) + _since(row["year"], years, currency)


@remembered
def figures(years: Years, currency: str) -> tuple[tuple[str, str, str], ...]:
    """The four figures of that year."""
    row = _last(_summary(years, currency))
    if row is None:
        return ()
    notes = {
        "imports": (text("trade.imports"), _change(row, "imports")),
        "exports": (text("trade.exports"), _change(row, "exports")),
        "balance": (
            text("trade.balance"),
            text("trade.balance.note", year=row["year"], ratio=numbers.decimal(row["imports_to_exports"], 1)),
        ),
        "two_way": (text("trade.two_way"), text("trade.two_way.note", year=row["year"])),
    }
    return tuple(
        (what, numbers.billions(row[f"{column}_{currency}_m"], currency), note)
        for column, (what, note) in notes.items()
    )


def _summary(years: Years, currency: str) -> Answer:
    return queries.ask("trade_summary", **years.params, currency=currency)


def _of_year(year: int) -> Answer:
    return queries.ask("trade_balance", **{"from": year, "to": year})


def _last(summary: Answer) -> pd.Series | None:
    return None if summary.frame.empty else summary.frame.iloc[0]


def _since(year: int, years: Years, currency: str) -> str:
    """The months after the last whole year beside the same ones of that year, where they are in the span; C$ only."""
    running = queries.ask("trade_year_to_date", **years.params).frame
    if currency != "cad" or running.empty:
        return ""
    row = running.iloc[-1]
    if row["year"] <= year or numbers.missing(row["imports_change_pct"]):
        return ""
    return " " + text(
        "trade.answer.to_date",
        months=numbers.at_start(numbers.months(row["first_month"], row["last_month"])),
        imports=numbers.money(row["imports_cad_m"]),
        exports=numbers.money(row["exports_cad_m"]),
        imports_change=numbers.change(row["imports_change_pct"]),
        exports_change=numbers.change(row["exports_change_pct"]),
        before=row["year"] - 1,
    )


def _change(row: pd.Series, flow: str) -> str:
    change = row[f"{flow}_change_pct"]
    if numbers.missing(change):
        return str(row["year"])
    return text("trade.change", year=row["year"], change=numbers.change(change), before=row["year"] - 1)


def _rate_note(currency: str, frame: pd.DataFrame) -> str:
    """What was converted in the rows shown, and at which rate; empty where nothing was."""
    converted = frame["derived_currency"].isin(DERIVED[currency]) & frame[f"two_way_{currency}_m"].notna()
    if not converted.any():
        return ""
    years = frame.loc[converted, "year"]
    if currency == "cad":
        return f" {text('trade.rate.cad', year=years.max())}"
    if currency == "usd":
        return f" {text('trade.rate.usd', year=years.min())}"
    return f" {text('trade.rate.mxn')}"


@remembered
def balance(years: Years, currency: str, year: int | None) -> figure.Figure | str:
    """Imports above, exports below, year by year; a click on a year sets it for the rest of the page.

    Where the span has no year with either flow, the sentence that says so.
    """
    params = years.params
    answer = queries.ask("trade_balance", **params)
    if answer.frame.empty:
        return text("trade.balance.none", years=numbers.years(years.first, years.last))
    frame = words.named(answer.frame, "grade")
    frame = frame.assign(why_missing=text("trade.gap.rate"))
    drawn = [f"imports_{currency}_m", f"exports_{currency}_m", f"balance_{currency}_m"]
    marked = marks.by_year("trade", frame["year"].min(), frame["year"].max())
    return figure.Figure(
        key="balance",
        finding=_finding(frame.dropna(subset=drawn), years),
        subtitle=figure.noted(
            text("trade.balance.subtitle", unit=numbers.at_start(numbers.axis_unit(currency))),
            by_year.in_words(frame, drawn, currency, year),
            _rate_note(currency, frame),
        ),
        panels=[by_year.panel(frame, drawn, currency, marked, year, by_year.break_of(frame, currency))],
        answer=answer,
        columns=["year", *drawn, f"two_way_{currency}_m", *RATES[currency], "grade", "publisher", "vintage"],
        pick=("year", "year"),
        beside=marked.answers,
    )


def _finding(both: pd.DataFrame, years: Years) -> str:
    """What was bought for each dollar sold in the last year that has both; without one, the years asked for."""
    if both.empty:
        return text("trade.balance.none", years=numbers.years(years.first, years.last))
    last = both.iloc[-1]
    ratio = last["imports_to_exports"]
    said = numbers.decimal(ratio, 1)
    return count("trade.balance.finding", numbers.plural_of(ratio), year=last["year"], ratio=said)
