"""How lopsided is goods trade between Canada and Mexico?"""

import streamlit as st

import queries
from pages.trade import growth, months, partners, products, services, totals
from pages.trade import sectors as by_sector
from ui import filters, page, state
from ui.language import text

page.question(text("trade.question"))
answer = st.container()
with filters.bar():
    years = filters.years("trade")
    sectors = filters.sectors(text("trade.sector"), queries.ask("sectors").frame["sector"][:15])
    currency = filters.currency(text("trade.currency"))
    year = filters.picked_year("trade")
with answer:
    totals.answer(years, currency)
totals.balance(years, currency, year)
page.see_also(
    [
        ("ledgers", {"from": str(years.first), "to": str(years.last)}, text("see.ledgers")),
        ("claims", {"topic": "trade"}, text("see.claims")),
        ("tariffs", {"view": "sectors"}, text("see.tariffs")),
    ]
)
st.caption(text("trade.click"))
views = {
    "sectors": lambda: by_sector.sectors(years, year or years.last, bool(year or state.read("to")), sectors),
    "months": lambda: months.months(years, currency),
    "partners": partners.partners,
    "growth": lambda: growth.growth(years),
    "products": lambda: products.products(year or years.last, sectors),
}
if services.is_at_hand():
    views["services"] = lambda: services.services(years)
words_of_views = {
    "sectors": text("trade.view.sectors"),
    "months": text("trade.view.months"),
    "partners": text("trade.view.partners"),
    "growth": text("trade.view.growth"),
    "products": text("trade.view.products"),
    "services": text("trade.view.services"),
}
view = filters.view(list(views), text("trade.views"), words_of_views)
views[view]()
page.how_to_read(totals.TABLES[view])
