"""Where do Canada and Mexico stand?"""

from data import clock
from pages.overview import cards, doors, imbalance, news, strip
from ui import figure, page
from ui.site import Page


def show() -> None:
    """The page from its question to its notes."""
    page.question("overview")
    page.answer(imbalance.answer(clock.today()))
    figure.draw(imbalance.picture())
    cards.draw()
    news.draw()
    doors.draw()
    figure.draw(strip.picture())
    page.how_to_read(["goods_trade_annual", "direct_investment", "study_permits", "events"])


PAGE = Page(place=1, show=show, elements=("ArrowVegaLiteChart",), below=("Checkbox",))
