"""Countries and territories with their names in three languages."""

import pandas as pd

from data.build import raw


def rows() -> pd.DataFrame:
    """Shape: one row per country or group."""
    return raw.read("countries")
