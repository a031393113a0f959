"""Does what the articles said hold?"""

import streamlit as st

import queries
from pages.claims import entries, verdicts
from ui import filters, page

page.question("claims")
answer = st.container()
with filters.bar():
    found = verdicts.choose()
with answer:
    verdicts.answer(found.frame)
entries.opened(queries.ask("claims").frame)
if len(found.frame):
    entries.listing(found)
page.how_to_read(["claims"])
