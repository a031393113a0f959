"""Goods trade by year: the page's answer, its four figures and the balance."""

import pandas as pd
import streamlit as st

import queries
from ui import figure, numbers, page, words
from ui.charts import flows
from ui.filters import Years
from ui.language import current, text

RATES = {
    "cad": ["cad_per_usd", "derived_currency"],
    "usd": ["cad_per_usd", "derived_currency"],
    "mxn": ["cad_per_usd", "mxn_per_usd"],
}
DERIVED = {"cad": ["cad"], "usd": ["usd"], "mxn": ["cad", "usd", "none"]}


def answer(years: Years, currency: str) -> None:
    """The page's sentence and its four figures, for the last year of the span that has both flows."""
    summary = queries.ask("trade_summary", **years.params, currency=currency).frame
    if summary.empty or numbers.missing(summary.iloc[0][f"imports_{currency}_m"]):
        page.answer(text("trade.answer.none", years=numbers.years(years.first, years.last)))
        return
    row = summary.iloc[0]
    values = {
        "year": row["year"],
        "imports": numbers.money(row[f"imports_{currency}_m"], currency),
        "exports": numbers.money(row[f"exports_{currency}_m"], currency),
        "first": row["first_year"],
    }
    if numbers.missing(row["gap_growth"]) or row["first_year"] == row["year"]:
        page.answer(text("trade.answer", **values))
    else:
        page.answer(text("trade.answer.growth", times=numbers.times(row["gap_growth"]), **values))
    page.headline(
        [
            (text("trade.imports"), numbers.billions(row[f"imports_{currency}_m"], currency), _since(row, "imports")),
            (text("trade.exports"), numbers.billions(row[f"exports_{currency}_m"], currency), _since(row, "exports")),
            (
                text("trade.balance"),
                numbers.billions(row[f"balance_{currency}_m"], currency),
                text("trade.balance.note", year=row["year"], ratio=numbers.decimal(row["imports_to_exports"], 1)),
            ),
            (
                text("trade.two_way"),
                numbers.billions(row[f"two_way_{currency}_m"], currency),
                text("trade.two_way.note", year=row["year"]),
            ),
        ]
    )


def _since(row: pd.Series, flow: str) -> str:
    growth = row[f"{flow}_growth"]
    if numbers.missing(growth) or row["first_year"] == row["year"]:
        return str(row["year"])
    return text("trade.since", year=row["year"], times=numbers.times(growth), first=row["first_year"])


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


def balance(years: Years, currency: str, year: int | None) -> None:
    """Imports above, exports below, year by year; a click on a year sets it for the rest of the page."""
    params = years.params
    answer = queries.ask("trade_balance", **params)
    frame = words.named(answer.frame, "grade")
    if frame.empty:
        st.info(words.literal(text("empty.rows")))
        return
    reasons = {True: text("trade.gap"), False: text("trade.gap.rate")}
    frame = frame.assign(why_missing=frame["imports_usd_m"].isna().map(reasons))
    above, below = f"imports_{currency}_m", f"exports_{currency}_m"
    unit = numbers.axis_unit(currency)
    headings = (words.heading("year"), words.heading(above), words.heading(below))
    columns = ["year", above, below, f"balance_{currency}_m", f"two_way_{currency}_m", *RATES[currency]]
    figure.draw(
        key="balance",
        finding=text("trade.balance.finding", years=numbers.years(frame["year"].min(), frame["year"].max())),
        subtitle=text("trade.balance.subtitle", unit=numbers.at_start(unit)) + _rate_note(currency, frame),
        panels=[
            (
                flows.by_year(above, below, unit, headings, year, current()),
                frame[["year", above, below, "grade_name", "why_missing"]],
            )
        ],
        answer=answer,
        columns=[*columns, "grade", "publisher"],
        pick=("year", "year"),
    )
