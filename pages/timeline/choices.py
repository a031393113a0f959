"""The filters of the timeline."""

from functools import partial
from typing import Any

from data import catalog
from ui import filters, words
from ui.language import text

SERIES = ["imports", "exports", "study_permits", "asylum_claims", "visitor_visas", "none"]


def choices() -> dict[str, Any]:
    """The filters of the timeline as parameters of the events query."""
    chosen = {}
    for name, label, everything in (
        ("category", text("timeline.category"), text("timeline.category.all")),
        ("effect", text("timeline.effect"), text("timeline.effect.all")),
        ("scope", text("timeline.scope"), text("timeline.scope.all")),
        ("confidence", text("timeline.confidence"), text("timeline.confidence.all")),
    ):
        codes = list(catalog.codes(name))
        chosen[name] = filters.many(name, label, codes, everything, partial(words.code, name))
    actors = filters.many(
        "actor", text("timeline.actor"), ["CAN", "MEX", "USA"], text("timeline.actor.all"), words.country
    )
    wanted = filters.free_text("text", text("timeline.text"), text("timeline.text.placeholder"))
    return {**chosen, "actor": actors, "text": wanted}


def series_choice() -> str:
    """The series drawn under the events."""
    return filters.one("series", text("timeline.series"), SERIES, "imports", series_name)


def series_name(code: str) -> str:
    """What a series is called in the list of choices and under the events."""
    return text("timeline.series.none") if code == "none" else words.code("series", code)
