"""How lopsided is goods trade between Canada and Mexico?"""

import streamlit as st

from pages.trade import choices, totals
from ui import filters, page
from ui.language import text

page.question("trade")
answer = st.container()
with filters.bar():
    chosen = choices.choose()
with answer:
    totals.answer(chosen.years, chosen.currency)
totals.balance(chosen.years, chosen.currency, chosen.year)
page.see_also(
    [
        ("ledgers", {"from": str(chosen.years.first), "to": str(chosen.years.last)}, text("see.ledgers")),
        ("claims", {"topic": "trade"}, text("see.claims")),
        ("tariffs", {"view": "sectors"}, text("see.tariffs")),
    ]
)
st.caption(text("trade.click"))
view = page.draw_view("trade", chosen)
page.how_to_read(["goods_trade_annual", *view.tables])
