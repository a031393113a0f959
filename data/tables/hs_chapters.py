"""Chapters of the Harmonized System with their common sector."""

import pandas as pd

from data import recipe


def rows() -> pd.DataFrame:
    """Shape: one row per HS chapter."""
    known = recipe.read("sector_concordance")
    sectors = known[known["classification"] == "HS2"].set_index("code")["group_code"]
    cells = recipe.read("hs_chapters")
    return cells.assign(sector=cells["hs_chapter"].map(sectors).fillna(""))
