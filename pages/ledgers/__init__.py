"""Who counts what: one flow of goods in two countries' books."""

from pages.ledgers import balance, causes, payments, published, sectors
from ui.site import Page, View

PAGE = Page(
    place=3,
    views={
        "balance": View(lambda chosen: balance.draw(chosen.years)),
        "sectors": View(lambda chosen: sectors.draw(chosen.years, chosen.sectors)),
        "causes": View(lambda _: causes.draw()),
        "payments": View(lambda _: payments.draw()),
        "published": View(lambda _: published.draw()),
    },
)
