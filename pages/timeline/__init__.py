"""What strained the relation, and what repaired it?"""

from ui.site import Page

PAGE = Page(place=5)
