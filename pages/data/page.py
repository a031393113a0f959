"""Which tables lie behind this site, what does every column mean, how current is it, and what was revised?"""

from pages.data import freshness, glossary, revisions, tables
from ui import page
from ui.language import current, text
from ui.site import Page, View


def show() -> None:
    """The page from its question to its notes."""
    page.question("data")
    page.answer(tables.answer())
    freshness.answer()
    page.links([(f"extracts?lang={current()}", text("data.addresses")), (f"sql?lang={current()}", text("sql.title"))])
    page.draw_view("data")


PAGE = Page(
    place=11,
    show=show,
    elements=("Selectbox", "TextInput", "ButtonGroup"),
    views={
        "tables": View(tables.draw),
        "glossary": View(glossary.draw),
        "sources": View(freshness.sources),
        "revisions": View(revisions.draw),
    },
)
