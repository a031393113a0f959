"""Which tables lie behind this site, and what does every column mean?"""

from pages.views import tables
from ui import filters, page
from ui.language import text

page.question(text("data.question"))
tables.answer()
with filters.bar():
    wanted = filters.written("text", text("data.search"), text("data.search.placeholder"))
    opened = tables.choice(wanted)
if opened:
    tables.show(opened)
else:
    tables.listing(wanted)
