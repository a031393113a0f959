"""Who counts what: one flow of goods in two countries' books."""

import streamlit as st

import queries
from data import clock
from pages.views import ledgers, ledgers_depth
from ui import filters, page
from ui.language import text

page.question(text("ledgers.question"))
answer = st.container()
with filters.bar():
    years = filters.years("ledgers")
    sectors = filters.sectors(text("ledgers.sector"), queries.run("sectors")["sector"][:14])
    currency = filters.currency(text("ledgers.currency"), "usd")
with answer:
    ledgers.answer(years)
ledgers.flow(years, currency, "imports")
ledgers.flow(years, currency, "exports")
views = {
    "balance": lambda: ledgers.balances(years),
    "sectors": lambda: ledgers_depth.sectors(years, sectors),
    "causes": ledgers_depth.causes,
    "payments": ledgers_depth.payments,
    "published": lambda: ledgers_depth.published(clock.today()),
}
words_of_views = {
    "balance": text("ledgers.view.balance"),
    "sectors": text("ledgers.view.sectors"),
    "causes": text("ledgers.view.causes"),
    "payments": text("ledgers.view.payments"),
    "published": text("ledgers.view.published"),
}
views[filters.view(list(views), text("ledgers.views"), words_of_views)]()
page.how_to_read(["goods_trade_annual", "bop_trade_monthly", "published_vintages"])
