"""Strains and repairs, one row an event, with its texts in three languages."""

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
TEXTS = {"title": "title", "summary": "summary", "intensity_rationale": "reason"}


def _actors(cell: str) -> str:
    return ";".join(COUNTRIES[name.strip()] for name in cell.split(";"))


def _texts(cells: pd.DataFrame) -> pd.DataFrame:
    """Title, summary and reason in en, fr and es, in the order of the events."""
    columns = {}
    for language in ("en", "fr", "es"):
        texts = (cells if language == "en" else recipe.read(f"events_{language}")).set_index("id")
        for column, name in TEXTS.items():
            columns[f"{name}_{language}"] = texts.loc[cells["id"], column].to_numpy()
        notes = recipe.read("events_notes_en").set_index("id") if language == "en" else texts
        columns[f"note_{language}"] = notes["note"].reindex(cells["id"]).fillna("").to_numpy()
    return pd.DataFrame(columns, index=cells.index)


def rows() -> pd.DataFrame:
    """Shape: one row per event."""
    cells = recipe.read("events_en")
    frame = pd.DataFrame(
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
    return pd.concat([frame, _texts(cells)], axis="columns")
