"""Countries and territories with their names in three languages."""

import pandas as pd

from data import recipe


def rows() -> pd.DataFrame:
    """Shape: one row per country or group."""
    return recipe.read("countries")
