"""Where on this site do these words stand?"""

from pages.search import results
from ui import blocks, page, search_box
from ui.site import Page


def show() -> None:
    """The page from its question to what was found."""
    page.question("search")
    blocks.show(search_box.html("search-page"))
    if words := search_box.asked():
        results.draw(words, results.kind())
    else:
        page.answer(results.covers())


PAGE = Page(place=12, show=show, is_in_menu=False)
