"""What does Washington charge on goods from Canada and Mexico?"""

import streamlit as st

import queries
from data import clock
from pages.views import tariffs, tariffs_choices, tariffs_coverage, tariffs_depth, tariffs_law
from ui import filters, page
from ui.language import text

page.question(text("tariffs.question"))
answer = st.container()
with filters.bar():
    day = tariffs_choices.clock(clock.today())
    countries = tariffs_choices.countries()
    sectors = filters.sectors(text("tariffs.sector"), queries.run("sectors")["sector"][:14])
    authorities = tariffs_choices.authorities()
    partner = tariffs_choices.focus()
    scenario = tariffs_choices.what_if(day)
is_filtered = not (sectors == authorities == filters.ALL)
with answer:
    tariffs.answer(scenario, sectors, authorities)
tariffs.ranking(scenario, countries, sectors, authorities)
page.see_also([("claims", {"topic": "tariffs"}, text("see.claims")), ("trade", {}, text("see.trade"))])
views = {
    "time": lambda: tariffs_depth.over_time(scenario, partner, countries, sectors, authorities),
    "sectors": lambda: tariffs_depth.sectors(scenario, partner, sectors, authorities),
    "coverage": lambda: tariffs_coverage.coverage(scenario, sectors, authorities),
    "measures": lambda: tariffs_law.measures(scenario, is_filtered),
    "product": lambda: tariffs_law.why(scenario, partner, is_filtered),
    "band": lambda: tariffs_coverage.band(scenario, partner, is_filtered),
}
words_of_views = {
    "time": text("tariffs.view.time"),
    "sectors": text("tariffs.view.sectors"),
    "coverage": text("tariffs.view.coverage"),
    "measures": text("tariffs.view.measures"),
    "product": text("tariffs.view.product"),
    "band": text("tariffs.view.band"),
}
views[filters.view(list(views), text("tariffs.views"), words_of_views)]()
page.how_to_read(["tariff_history", "tariff_measures", "tariff_rules", "published_tariff_rates"])
