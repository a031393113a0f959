"""What does Washington charge on goods from Canada and Mexico?"""

from datetime import date

import streamlit as st

import queries
from pages.tariffs import band, choices, coverage, measures, over_time, product, ranking
from pages.tariffs import sectors as by_sector
from ui import filters, page
from ui.language import text

page.question(text("tariffs.question"))
answer = st.container()
with filters.bar():
    day = choices.clock(date.today())
    countries = choices.countries()
    sectors = filters.sectors(text("tariffs.sector"), queries.ask("sectors").frame["sector"][:14])
    authorities = choices.authorities()
    partner = choices.focus()
    scenario = choices.what_if(day)
is_filtered = not (sectors == authorities == filters.ALL)
with answer:
    ranking.answer(scenario, sectors, authorities)
ranking.ranking(scenario, countries, sectors, authorities)
page.see_also([("claims", {"topic": "tariffs"}, text("see.claims")), ("trade", {}, text("see.trade"))])
views = {
    "time": lambda: over_time.over_time(scenario, partner, countries, sectors, authorities),
    "sectors": lambda: by_sector.sectors(scenario, partner, sectors, authorities),
    "coverage": lambda: coverage.coverage(scenario, sectors, authorities),
    "measures": lambda: measures.measures(scenario, is_filtered),
    "product": lambda: product.why(scenario, partner, is_filtered),
    "band": lambda: band.band(scenario, partner, is_filtered),
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
