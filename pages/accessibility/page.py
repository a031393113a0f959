"""Can everyone use this site?"""

from pages.accessibility import statement
from ui import page
from ui.language import text
from ui.site import Page


def show() -> None:
    """The page from its question to whom to write to."""
    page.question("accessibility")
    page.answer(text("accessibility.answer"))
    statement.draw()


PAGE = Page(place=13, show=show, is_in_menu=False)
