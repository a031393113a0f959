"""Names of the lists of products that tariff rules speak of."""

import pandas as pd

from data import recipe


def rows() -> pd.DataFrame:
    """Shape: one row per scope."""
    return recipe.read("tariff_scope_names").rename(columns={"scope": "tariff_scope"})
