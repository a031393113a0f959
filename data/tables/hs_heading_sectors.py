"""Headings whose common sector is not that of most of their chapter: those of mineral fuels."""

import pandas as pd

from data import recipe


def rows() -> pd.DataFrame:
    """Shape: one row per HS heading of a chapter that more than one sector shares."""
    known = recipe.read("sector_concordance")
    headings = known[known["classification"] == "HS4"]
    return pd.DataFrame({"hs_heading": headings["code"], "sector": headings["group_code"]})
