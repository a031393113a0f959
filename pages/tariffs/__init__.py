"""What does Washington charge on goods from Canada and Mexico?"""

from pages.tariffs import band, coverage, measures, over_time, product, sectors
from ui.site import Page, View

PAGE = Page(
    place=4,
    views={
        "time": View(
            lambda chosen: over_time.draw(
                chosen.scenario, chosen.partner, chosen.countries, chosen.sectors, chosen.authorities
            )
        ),
        "sectors": View(
            lambda chosen: sectors.draw(chosen.scenario, chosen.partner, chosen.sectors, chosen.authorities)
        ),
        "coverage": View(lambda chosen: coverage.draw(chosen.scenario, chosen.sectors, chosen.authorities)),
        "measures": View(lambda chosen: measures.draw(chosen.scenario, chosen.is_filtered())),
        "product": View(lambda chosen: product.draw(chosen.scenario, chosen.partner, chosen.is_filtered())),
        "band": View(lambda chosen: band.draw(chosen.scenario, chosen.partner, chosen.is_filtered())),
    },
)
