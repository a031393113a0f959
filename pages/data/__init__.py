"""Which tables lie behind this site, what does every column mean, how current is it, and what was revised?"""

from pages.data import freshness, revisions, tables
from ui.site import Page, View

PAGE = Page(
    place=9,
    views={"tables": View(tables.draw), "sources": View(freshness.sources), "revisions": View(revisions.draw)},
)
