"""Strains and repairs, one row an event."""

import pandas as pd

from data import recipe

COUNTRIES = {"Canada": "CAN", "Mexico": "MEX", "United States": "USA"}
EFFECTS = {"strain": "strain", "repair": "repair", "neutral context": "neutral"}
# The rule for what Washington does, see docs/methods.md: the kind of act decides its direction, nobody's taste.
US_ACTS = {
    "raises": "strain",
    "threatens": "strain",
    "withholds": "strain",
    "sets_apart": "strain",
    "eases": "repair",
    "keeps": "neutral",
    "says": "neutral",
}
CONFIDENCE = {
    "confirmed": "confirmed",
    "confirmed (headline only)": "headline",
    "general knowledge": "general",
    "scheduled (outcome not seen)": "scheduled",
    "one secondary source": "secondary",
}


def _actors(cell: str) -> str:
    return ";".join(COUNTRIES[name.strip()] for name in cell.split(";"))


def _effects(cells: pd.DataFrame) -> pd.Series:
    """A direction that was judged, or the one that follows from an act of the United States; never both."""
    is_us = cells["actors"].str.startswith("United States")
    wrong = (cells["us_act"] != "").ne(is_us) | (cells["direction"] == "").ne(is_us)
    if wrong.any():
        raise ValueError(
            f"{', '.join(cells.loc[wrong, 'id'])}: an act of the United States has us_act, others a direction"
        )
    return cells["us_act"].map(US_ACTS).fillna(cells["direction"].map(EFFECTS))


def rows() -> pd.DataFrame:
    """Shape: one row per event."""
    cells = recipe.read("events_en")
    return pd.DataFrame(
        {
            "event": cells["id"],
            "date": pd.to_datetime(cells["date"]).dt.date,
            "date_precision": cells["date_precision"],
            "category": cells["category"].str.removesuffix(" & mining"),
            "actors": cells["actors"].map(_actors),
            "effect": _effects(cells),
            "intensity": cells["intensity"],
            "scope": cells["scope"],
            "act": cells["act"].where(cells["act"] != "", cells["id"]),
            "us_act": cells["us_act"],
            "confidence": cells["confidence"].map(CONFIDENCE),
            **{column: cells[column] for column in ("source_title", "source_url", "source_locator", "grade")},
        }
    )
