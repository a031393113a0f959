"""The balance as each of the two countries counts it."""

import streamlit as st

import queries
from ui import figure, numbers, words
from ui.charts import lines
from ui.filters import Years
from ui.language import current, text


def draw(years: Years) -> None:
    """Mexico's surplus in Canada's book, in Mexico's, and with each flow taken from its importer."""
    params = years.params
    answer = queries.ask("ledger_balances", **params)
    frame = answer.frame
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
        answer=answer,
    )
