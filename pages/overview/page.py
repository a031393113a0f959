"""Where do Canada and Mexico stand?"""

from pages.overview import cards, latest, strip
from ui import filters, page
from ui.language import text

page.question(text("overview.question"))
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
strip.strip(years)
latest.latest_events()
page.how_to_read(["goods_trade_annual", "direct_investment", "study_permits", "events"])
