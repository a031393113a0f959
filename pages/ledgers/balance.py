"""The balance as each of the two countries counts it."""

import streamlit as st

import queries
from pages.ledgers.flows import TABLES
from ui import figure, numbers, words
from ui.charts import lines
from ui.filters import Years
from ui.language import current, text


def balances(years: Years) -> None:
    """Mexico's surplus in Canada's book, in Mexico's, and with each flow taken from its importer."""
    params = {"first_year": years.first, "last_year": years.last}
    frame = queries.run("ledger_balances", **params)
    known = frame.dropna(subset=["surplus_canada_book_usd_m", "surplus_mexico_book_usd_m"])
    if known.empty:
        st.info(text("ledgers.answer.none", years=numbers.years(years.first, years.last)))
        return
    last = known.iloc[-1]
    figure.draw(
        key="ledger-balances",
        finding=text(
            "ledgers.balances",
            year=int(last["year"]),
            canada=numbers.money(last["surplus_canada_book_usd_m"], "usd"),
            mexico=numbers.money(last["surplus_mexico_book_usd_m"], "usd"),
        ),
        subtitle=text("ledgers.balances.subtitle"),
        panels=[
            (
                lines.over_years(
                    (
                        ("surplus_canada_book_usd_m", "CAN", text("ledgers.book.canada")),
                        ("surplus_mexico_book_usd_m", "MEX", text("ledgers.book.mexico")),
                        ("surplus_importers_usd_m", "other", text("ledgers.book.importers")),
                    ),
                    numbers.axis_unit("usd"),
                    True,
                    words.heading("year"),
                    (years.first, years.last),
                    current(),
                    names_on_top=True,
                ),
                frame,
            )
        ],
        rows=figure.Rows(frame, list(frame.columns), "ledger_balances", TABLES, params),
    )
