"""Which tables lie behind this site, what does every column mean, how current is it, and what was revised?"""

from pages.data import freshness, revisions, tables
from ui import filters, page
from ui.language import text

page.question(text("data.question"))
tables.answer()
freshness.answer()
views = {"tables": tables.browse, "sources": freshness.sources, "revisions": revisions.revisions}
words_of_views = {
    "tables": text("data.view.tables"),
    "sources": text("data.view.sources"),
    "revisions": text("data.view.revisions"),
}
views[filters.view(list(views), text("data.views"), words_of_views)]()
