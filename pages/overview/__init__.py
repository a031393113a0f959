"""Where do Canada and Mexico stand?"""

from ui.site import Page

PAGE = Page(place=1)
