"""The filters of the timeline: two in sight, the rest behind one button."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from data import catalog
from ui import filters, state, words
from ui.language import text

SERIES = ["none", "imports", "exports", "study_permits", "asylum_claims", "visitor_visas"]
Codes = tuple[str, ...]


@dataclass(frozen=True)
class Choices:
    """What a reader filters events by, and the series drawn under them."""

    category: Codes
    scope: Codes
    effect: Codes
    actor: Codes
    confidence: Codes
    text: str
    series: str

    @property
    def params(self) -> dict[str, Any]:
        """The filters as parameters of the queries on events."""
        codes = {name: list(getattr(self, name)) for name in ("category", "scope", "effect", "actor", "confidence")}
        return {**codes, "text": self.text}


def narrowing(chosen: Choices) -> dict[str, str]:
    """What of the filters an address names: those that are set."""
    params = {
        name: state.MANY.join(codes) for name, codes in chosen.params.items() if name != "text" and codes != filters.ALL
    }
    return {**params, **({"text": chosen.text} if chosen.text else {})}


def choose() -> Choices:
    """The filters: subject and partners in sight; the rest is drawn when its button is open, and holds all the same."""
    category, scope = _coded("category"), _coded("scope")
    with filters.more(["effect", "actor", "confidence", "text", "series"]) as is_open:
        return Choices(
            category=category,
            scope=scope,
            effect=_coded("effect", is_open),
            actor=tuple(
                filters.many(
                    "actor",
                    text("timeline.actor"),
                    ["CAN", "MEX", "USA"],
                    text("timeline.actor.all"),
                    words.country,
                    is_drawn=is_open,
                )
            ),
            confidence=_coded("confidence", is_open),
            text=filters.free_text("text", text("timeline.text"), text("timeline.text.placeholder"), is_drawn=is_open),
            series=filters.one("series", text("timeline.series"), SERIES, "none", series_name, is_drawn=is_open),
        )


def _coded(name: str, is_drawn: bool = True) -> Codes:
    label, everything = text(f"timeline.{name}"), text(f"timeline.{name}.all")
    codes = list(catalog.codes(name))
    return tuple(filters.many(name, label, codes, everything, partial(words.code, name), is_drawn=is_drawn))


def series_name(code: str) -> str:
    """What a series is called in the list of choices and under the events."""
    return text("timeline.series.none") if code == "none" else words.code("series", code)
