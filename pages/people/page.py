"""Who comes from Mexico to study, work, visit or seek asylum?"""

import streamlit as st

from pages.people import summary
from ui import filters, page

page.question("people")
answer = st.container()
with filters.bar():
    years = filters.years("people")
with answer:
    summary.answer(years)
view = page.draw_view("people", years)
page.how_to_read(view.tables)
