"""Who counts what: one flow of goods in two countries' books."""

from datetime import date

import streamlit as st

import queries
from pages.ledgers import balance, causes, flows, payments, published
from pages.ledgers import sectors as by_sector
from ui import filters, page
from ui.language import text

page.question(text("ledgers.question"))
answer = st.container()
with filters.bar():
    years = filters.years("ledgers")
    sectors = filters.sectors(text("ledgers.sector"), queries.ask("sectors").frame["sector"][:14])
    currency = filters.currency(text("ledgers.currency"), "usd")
with answer:
    flows.answer(years)
flows.flow(years, currency, "imports")
flows.flow(years, currency, "exports")
views = {
    "balance": lambda: balance.balances(years),
    "sectors": lambda: by_sector.sectors(years, sectors),
    "causes": causes.causes,
    "payments": payments.payments,
    "published": lambda: published.published(date.today()),
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
