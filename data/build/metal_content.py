"""Estimated share of metal in the value of listed derivative products."""

import pandas as pd

from data.build import raw


def rows() -> pd.DataFrame:
    """Shape: one row per HS10; shares of value, 0 to 1."""
    cells = raw.read("metal_content_hs10")
    metals = ["steel_share", "aluminum_share", "copper_share"]
    return cells[["hs10"]].assign(**{metal: raw.number(cells[metal]) for metal in metals})
