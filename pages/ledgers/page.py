"""Who counts what: one flow of goods in two countries' books."""

import streamlit as st

from pages.ledgers import choices, flows
from ui import filters, page

page.question("ledgers")
answer = st.container()
with filters.bar():
    chosen = choices.choose()
with answer:
    flows.answer(chosen.years)
flows.flow(chosen.years, chosen.currency, "imports")
flows.flow(chosen.years, chosen.currency, "exports")
page.draw_view("ledgers", chosen)
page.how_to_read(["goods_trade_annual", "bop_trade_monthly", "published_vintages"])
