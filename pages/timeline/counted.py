"""How many strains and repairs there are, in words."""

from ui import numbers
from ui.language import count, text


def counted(strains: int, repairs: int) -> str:
    """Both numbers; one where the other is none, which is left out; that there is neither where both are."""
    named = {
        "strains": count("timeline.strains", strains, n=numbers.decimal(strains)) if strains else "",
        "repairs": count("timeline.repairs", repairs, n=numbers.decimal(repairs)) if repairs else "",
    }
    if all(named.values()):
        return text("timeline.counted", **named)
    return "".join(named.values()) or text("timeline.counted.none")
