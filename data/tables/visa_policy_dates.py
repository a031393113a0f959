"""The dates on which Canada changed its visa rule for Mexican citizens."""

import pandas as pd

from data import recipe


def rows() -> pd.DataFrame:
    """Shape: one row per change of rule."""
    cells = recipe.read("visa_policy_dates")
    return cells.assign(date=pd.to_datetime(cells["date"]).dt.date)
