"""Does what the articles said hold?"""

import streamlit as st

from pages.claims import entries, verdicts
from ui import filters, page
from ui.language import text

page.question(text("claims.question"))
answer = st.container()
with filters.bar():
    found = verdicts.choose()
with answer:
    verdicts.answer(found)
entries.opened(verdicts.checked())
if len(found):
    entries.listing(found)
page.how_to_read(["claims"])
