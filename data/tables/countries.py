"""Countries and territories."""

import pandas as pd

from data import recipe


def rows() -> pd.DataFrame:
    """Shape: one row per country or group."""
    return recipe.read("countries")[["country", "iso2"]]
