"""What strained the relation, and what repaired it?"""

import streamlit as st

from pages.timeline import chart, choices
from pages.timeline import found as events_found
from ui import filters, page

page.question("timeline")
answer = st.container()
with filters.bar():
    years = filters.years("timeline")
    chosen = choices.choices()
    series = choices.series_choice()
with answer:
    found = events_found.answer(years, chosen)
if len(found.frame):
    chart.draw(found, years, series)
    events_found.opened(found.frame)
    events_found.newest_first(found.frame)
page.how_to_read(["events"])
