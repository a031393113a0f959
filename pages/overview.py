"""Where do Canada and Mexico stand?"""

from pages.views import overview
from ui import filters, page
from ui.language import text

page.question(text("overview.question"))
overview.answer()
overview.cards()
page.see_also(
    [
        ("ledgers", {}, text("see.ledgers")),
        ("claims", {}, text("see.claims")),
        ("tariffs", {}, text("see.tariffs")),
    ]
)
with filters.bar():
    years = filters.years("overview")
overview.strip(years)
overview.latest_events()
page.how_to_read(["goods_trade_annual", "direct_investment", "study_permits", "events"])
