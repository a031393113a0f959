"""Figures of one period as published on different days, where no table keeps its own vintages."""

import pandas as pd

from data import recipe


def rows() -> pd.DataFrame:
    """Shape: one row per series, year and day of publication; C$ m."""
    cells = recipe.read("published_vintages")
    return pd.DataFrame(
        {
            "vintage_series": cells["series"],
            "year": cells["year"],
            "published_on": recipe.day(cells["published_on"]),
            "value": recipe.number(cells["value"]),
            "unit": cells["unit"],
            "source_title": cells["source_title"],
            "source_url": cells["source_url"],
        }
    )
