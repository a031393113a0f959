"""Estimated share of metal in the value of listed derivative products."""

import pandas as pd

from data import recipe


def rows() -> pd.DataFrame:
    """Shape: one row per HS10; shares of value, 0 to 1."""
    cells = recipe.read("metal_content_hs10")
    metals = ["steel_share", "aluminum_share", "copper_share"]
    return cells[["hs10"]].assign(**{metal: recipe.number(cells[metal]) for metal in metals})
