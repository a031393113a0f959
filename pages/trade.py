"""How lopsided is goods trade between Canada and Mexico?"""

import streamlit as st

import queries
from pages.views import trade, trade_rankings, trade_sectors, trade_services
from ui import filters, page, state
from ui.language import text

page.question(text("trade.question"))
answer = st.container()
with filters.bar():
    years = filters.years("trade")
    sectors = filters.sectors(text("trade.sector"), queries.run("sectors")["sector"][:15])
    currency = filters.currency(text("trade.currency"))
    year = filters.picked_year("trade")
with answer:
    trade.answer(years, currency)
trade.balance(years, currency, year)
page.see_also(
    [
        ("ledgers", {"from": str(years.first), "to": str(years.last)}, text("see.ledgers")),
        ("claims", {"topic": "trade"}, text("see.claims")),
        ("tariffs", {"view": "sectors"}, text("see.tariffs")),
    ]
)
st.caption(text("trade.click"))
views = {
    "sectors": lambda: trade_sectors.sectors(years, year or years.last, bool(year or state.read("to")), sectors),
    "months": lambda: trade.months(years, currency),
    "partners": trade_rankings.partners,
    "growth": lambda: trade.growth(years),
    "products": lambda: trade_rankings.products(year or years.last, sectors),
}
if trade_services.is_at_hand():
    views["services"] = lambda: trade_services.services(years)
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
page.how_to_read(trade.TABLES[view])
