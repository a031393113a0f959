"""The two fields of the timeline: the relation itself, and the wider field beside it."""

from collections.abc import Sequence

import queries
from data import catalog
from pages.timeline.chapters import Window
from pages.timeline.choices import Choices
from pages.timeline.counted import counted
from ui.language import current, text

RELATION = "canada-mexico"


def scopes(chosen: Sequence[str]) -> dict[str, list[str]]:
    """The chosen scopes by field, the relation first; a field without any is left out."""
    wanted = list(catalog.codes("scope")) if "all" in chosen else list(chosen)
    split = {
        "relation": [scope for scope in wanted if scope == RELATION],
        "wider": [scope for scope in wanted if scope != RELATION],
    }
    return {field: codes for field, codes in split.items() if codes}


def sentences(chosen: Choices, window: Window) -> list[str]:
    """One sentence a field: its strains and repairs, the steps of one act counted once; none where it has neither."""
    numbers = {field: _acts(chosen, window, codes) for field, codes in scopes(chosen.scope).items()}
    return [text(f"timeline.answer.{field}", counted=counted(*acts)) for field, acts in numbers.items() if any(acts)]


def _acts(chosen: Choices, window: Window, codes: list[str]) -> tuple[int, int]:
    params = {**chosen.params, **window.params, "scope": codes}
    acts = queries.ask("event_counts", lang=current(), **params).frame.set_index("effect")["acts"]
    return int(acts.get("strain", 0)), int(acts.get("repair", 0))
