"""Who owns what in the other country?"""

import streamlit as st

from pages.investment import choices, summary
from ui import filters, page

page.question("investment")
answer = st.container()
with filters.bar():
    years = filters.years("investment")
    direction = choices.direction()
with answer:
    summary.answer(years)
page.draw_view("investment", years, direction)
page.how_to_read(["direct_investment", "quoted_figures"])
