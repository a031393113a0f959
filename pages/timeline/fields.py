"""The two fields of the timeline: the relation itself, and the wider field beside it."""

import pandas as pd

import queries
from pages.timeline.chapters import Window
from pages.timeline.choices import Choices
from pages.timeline.counted import counted
from ui.language import current, text

RELATION = "canada-mexico"
FIELDS = ("relation", "wider")


def counts(chosen: Choices, window: Window) -> pd.DataFrame:
    """How many strains and repairs there are, by effect; the steps of one act count once."""
    return queries.ask("event_counts", lang=current(), **window.params, **chosen.params).frame.set_index("effect")


def sentences(chosen: Choices, window: Window) -> list[str]:
    """One sentence a field, the relation first: its strains and repairs; none where it has neither."""
    acts = counts(chosen, window)
    numbers = {field: of_both(acts[f"{field}_acts"]) for field in FIELDS}
    return [text(f"timeline.answer.{field}", counted=counted(*both)) for field, both in numbers.items() if any(both)]


def of_both(acts: pd.Series) -> tuple[int, int]:
    """How many strains and how many repairs, of a column by effect."""
    return int(acts.get("strain", 0)), int(acts.get("repair", 0))
