"""Who comes from Mexico to study, work, visit or seek asylum?"""

import streamlit as st

from pages.people import asylum, provinces, ranking, season, study, summary, visas, work
from pages.people.summary import TABLES
from ui import filters, page
from ui.language import text

page.question(text("people.question"))
answer = st.container()
with filters.bar():
    years = filters.years("people")
with answer:
    summary.answer(years)
views = {
    "study": lambda: study.study(years),
    "ranking": lambda: ranking.ranking(years),
    "season": lambda: season.season(years),
    "provinces": lambda: provinces.provinces(years),
    "work": lambda: work.work(years),
    "asylum": lambda: asylum.asylum(years),
    "visas": lambda: visas.visas(years),
}
words_of_views = {
    "study": text("people.view.study"),
    "ranking": text("people.view.ranking"),
    "season": text("people.view.season"),
    "provinces": text("people.view.provinces"),
    "work": text("people.view.work"),
    "asylum": text("people.view.asylum"),
    "visas": text("people.view.visas"),
}
view = filters.view(list(views), text("people.views"), words_of_views)
views[view]()
page.how_to_read(TABLES[view])
