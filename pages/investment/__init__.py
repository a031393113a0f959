"""Who owns what in the other country?"""

from pages.investment import countries, positions
from ui.site import Page, View

PAGE = Page(place=6, views={"positions": View(positions.draw), "countries": View(countries.draw)})
