"""Who owns what in the other country?"""

import streamlit as st

from pages.investment import choices, countries, positions, summary
from ui import filters, page
from ui.language import text

page.question(text("investment.question"))
answer = st.container()
with filters.bar():
    years = filters.years("investment")
    direction = choices.direction_choice()
with answer:
    summary.answer(years)
views = {
    "positions": lambda: positions.both_positions(years, direction),
    "countries": lambda: countries.partners(years, "outward" if direction == "both" else direction),
}
words_of_views = {"positions": text("investment.view.positions"), "countries": text("investment.view.countries")}
views[filters.view(list(views), text("investment.views"), words_of_views)]()
page.how_to_read(["direct_investment", "quoted_figures"])
