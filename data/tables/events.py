"""Strains and repairs, one row an event."""

import pandas as pd

from data import recipe

COUNTRIES = {"Canada": "CAN", "Mexico": "MEX", "United States": "USA"}
EFFECTS = {"strain": "strain", "repair": "repair", "neutral context": "neutral"}
CONFIDENCE = {
    "confirmed": "confirmed",
    "confirmed (headline only)": "headline",
    "general knowledge": "general",
    "scheduled (outcome not seen)": "scheduled",
}


def _actors(cell: str) -> str:
    return ";".join(COUNTRIES[name.strip()] for name in cell.split(";"))


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
            "effect": cells["direction"].map(EFFECTS),
            "intensity": cells["intensity"],
            "scope": cells["scope"],
            "confidence": cells["confidence"].map(CONFIDENCE),
            **{column: cells[column] for column in ("source_title", "source_url", "source_locator")},
        }
    )
