"""Where do Canada and Mexico stand?"""

from pages.overview import cards, latest, strip
from ui import filters, page
from ui.language import text

page.question("overview")
cards.answer()
cards.cards()
page.see_also(
    [
        ("ledgers", {}, text("see.ledgers")),
        ("claims", {}, text("see.claims")),
        ("tariffs", {}, text("see.tariffs")),
    ]
)
with filters.bar():
    years = filters.years("overview")
strip.draw(years)
latest.draw()
page.how_to_read(["goods_trade_annual", "direct_investment", "study_permits", "events"])
