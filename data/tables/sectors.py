"""The fifteen common sectors and what none of them can take."""

import pandas as pd

from data import recipe


def rows() -> pd.DataFrame:
    """Shape: one row per sector."""
    cells = recipe.read("sectors")
    return cells.assign(is_goods=recipe.flag(cells["is_goods"]))
