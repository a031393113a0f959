"""Who wrote the site, its version and its day, as CITATION.cff states them."""

import re
from datetime import date

from data import ROOT

_STATED = dict(
    re.findall(
        r"^(?:  - )?(name|version|date-released): (.+)$",
        (ROOT.parent / "CITATION.cff").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
)
AUTHOR = _STATED["name"]


def version() -> str:
    """The version of the site."""
    return _STATED["version"]


def released() -> date:
    """The day on which this version came out."""
    return date.fromisoformat(_STATED["date-released"])
