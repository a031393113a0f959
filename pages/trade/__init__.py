"""How lopsided is goods trade between Canada and Mexico?"""

from pages.trade import growth, months, partners, products, sectors, services
from ui.site import Page, View

PAGE = Page(
    place=2,
    views={
        "sectors": View(
            lambda chosen: sectors.draw(chosen.years, chosen.shown_year(), chosen.is_year_asked(), chosen.sectors),
            ["goods_by_sector"],
        ),
        "months": View(
            lambda chosen: months.draw(chosen.years, chosen.currency), ["goods_trade_monthly", "mexico_trade_monthly"]
        ),
        "partners": View(lambda _: partners.draw(), ["goods_trade_monthly"]),
        "growth": View(lambda chosen: growth.draw(chosen.years)),
        "products": View(
            lambda chosen: products.draw(chosen.shown_year(), chosen.sectors),
            ["mexico_goods_by_hs", "mexico_tariff_lines"],
        ),
        "services": View(lambda chosen: services.draw(chosen.years), ["services_trade_annual"], services.has_rows),
    },
)
