"""Who owns what in the other country?"""

import streamlit as st

from pages.views import investment
from ui import filters, page
from ui.language import text

page.question(text("investment.question"))
answer = st.container()
with filters.bar():
    years = filters.years(investment.FIRST, investment.LAST)
    direction = investment.direction_choice()
with answer:
    investment.answer(years)
if direction != "inward":
    investment.positions(years, "outward")
    investment.quoted(years)
if direction != "outward":
    investment.positions(years, "inward")
investment.partners(years, "outward" if direction == "both" else direction)
page.how_to_read(["direct_investment", "quoted_figures"])
