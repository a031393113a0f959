"""Does what the articles said hold?"""

from ui.site import Page

PAGE = Page(place=8)
