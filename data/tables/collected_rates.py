"""Duty collected on goods of each partner, as the Budget Lab reckons it from Census figures."""

import pandas as pd

from data import recipe


def rows() -> pd.DataFrame:
    """Shape: one row per partner and span of months; percent of imports for consumption."""
    cells = recipe.read("collected_rates")
    return pd.DataFrame(
        {
            "partner": cells["partner"],
            "first_month": recipe.day(cells["first_month"]),
            "last_month": recipe.day(cells["last_month"]),
            "collected_pct": recipe.number(cells["collected_pct"]),
            "published_statutory_pct": recipe.number(cells["statutory_pct"]),
        }
    )
