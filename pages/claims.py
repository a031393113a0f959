"""Does what the articles said hold?"""

import streamlit as st

from pages.views import claims
from ui import filters, page
from ui.language import text

page.question(text("claims.question"))
answer = st.container()
with filters.bar():
    found = claims.choose()
with answer:
    claims.answer(found)
claims.opened(claims.checked())
if len(found):
    claims.listing(found)
page.how_to_read(["claims"])
