"""What strained the relation, and what repaired it?"""

import streamlit as st

from pages.views import timeline
from ui import filters, page
from ui.language import text

page.question(text("timeline.question"))
answer = st.container()
with filters.bar():
    years = filters.years("timeline")
    chosen = timeline.choices()
    series = timeline.series_choice()
with answer:
    found = timeline.answer(years, chosen)
if len(found):
    timeline.chart(found, years, chosen, series)
    timeline.opened(found)
    timeline.newest_first(found)
page.how_to_read(["events"])
