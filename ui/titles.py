"""Titles stay on one line, however long the names in them are."""

import re

from data import catalog
from ui import words

LONGEST = 70
ASIDE = re.compile(r" \([^)]*\)$")


def fitting(*wordings: str) -> str:
    """The first of several wordings that stays on one line; the last where none does."""
    return next((said for said in wordings if len(said) <= LONGEST), wordings[-1])


def brief(name: str) -> str:
    """A name without what follows it in brackets: Motor vehicle parts (auto parts) → Motor vehicle parts."""
    return ASIDE.sub("", name)


def sector(code: str, lens: str = "") -> str:
    """The short name of a sector, as the lens draws it together."""
    known = catalog.code_groups()["sector_brief"]
    joint = f"{lens}:{code}"
    return words.code("sector_brief", joint if joint in known else code)
