"""Who comes from Mexico to study, work, visit or seek asylum?"""

import streamlit as st

from pages.views import people, people_arrivals, people_study
from ui import filters, page
from ui.language import text

page.question(text("people.question"))
answer = st.container()
with filters.bar():
    years = filters.years("people")
with answer:
    people.answer(years)
views = {
    "study": lambda: people_study.study(years),
    "ranking": lambda: people_study.ranking(years),
    "season": lambda: people_study.season(years),
    "provinces": lambda: people_study.provinces(years),
    "work": lambda: people_arrivals.work(years),
    "asylum": lambda: people_arrivals.asylum(years),
    "visas": lambda: people_arrivals.visas(years),
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
page.how_to_read(people.TABLES[view])
