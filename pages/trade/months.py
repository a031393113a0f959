"""Goods trade month by month, from one country's book at a time."""

import streamlit as st

import queries
from ui import figure, filters, numbers, words
from ui.charts import flows
from ui.filters import Years
from ui.language import current, text

MONTHLY_RATES = {"cad": [], "usd": ["cad_per_usd"], "mxn": ["cad_per_usd", "mxn_per_usd"]}
LAST_MONTH = 12


def draw(years: Years, currency: str) -> None:
    """Imports and exports month by month, from one country's book at a time."""
    book = filters.one("book", text("trade.book"), ["CAN", "MEX"], "CAN", words.country, buttons=True)
    if book == "CAN":
        answer = queries.ask("trade_monthly", partner="MEX", **years.params)
        above, below = f"imports_{currency}_m", f"exports_{currency}_m"
        columns = ["month", above, below, f"balance_{currency}_m", *MONTHLY_RATES[currency]]
        subtitle = text("trade.months.subtitle", unit=numbers.at_start(numbers.axis_unit(currency)))
        if len(answer.frame) and answer.frame["month"].iloc[-1].month < LAST_MONTH:
            subtitle += " " + text("trade.months.partial")
    else:
        answer = queries.ask("mexico_trade_monthly", partner="CAN", **years.params)
        above, below = "exports_usd_m", "imports_usd_m"
        columns = ["month", "reporter", "partner", below, above, "balance_usd_m"]
        subtitle = text("trade.months.subtitle.mexico")
        currency = "usd"
    frame = answer.frame
    if frame.empty:
        st.info(words.literal(text("trade.months.none", country=words.country(book))))
        return
    frame = frame.assign(month_name=[numbers.month(value) for value in frame["month"]])
    headings = (words.heading("month"), words.heading(above), words.heading(below))
    figure.draw(
        key="months",
        finding=text(
            "trade.months.finding",
            months=numbers.months(frame["month"].iloc[0], frame["month"].iloc[-1]),
            country=words.country(book),
        ),
        subtitle=subtitle,
        panels=[
            (
                flows.by_month(above, below, numbers.axis_unit(currency), headings, current()),
                frame[["month", "month_name", above, below]],
            )
        ],
        answer=answer,
        columns=columns,
    )
