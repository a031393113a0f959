"""What does Washington charge on goods from Canada and Mexico?"""

import streamlit as st

from data import clock
from pages.tariffs import choices, ranking
from ui import filters, page
from ui.language import text

page.question("tariffs")
answer = st.container()
with filters.bar():
    chosen = choices.choose(clock.today())
with answer:
    ranking.answer(chosen.scenario, chosen.sectors, chosen.authorities)
ranking.draw(chosen.scenario, chosen.countries, chosen.sectors, chosen.authorities)
page.see_also([("claims", {"topic": "tariffs"}, text("see.claims")), ("trade", {}, text("see.trade"))])
page.draw_view("tariffs", chosen)
page.how_to_read(["tariff_history", "tariff_measures", "tariff_rules", "published_tariff_rates"])
