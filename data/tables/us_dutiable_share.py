"""Share of U.S. imports on which duty was assessed, by month, as the Census observes it."""

import pandas as pd

from data import recipe


def rows() -> pd.DataFrame:
    """Shape: one row per partner and month; general imports in US$ m and the dutiable share in percent."""
    cells = recipe.read("dutiable_share_monthly")
    return pd.DataFrame(
        {
            "partner": cells["partner"].replace({"WORLD": "WLD", "EU": "EUU"}),
            "month": recipe.day(cells["month"]),
            "imports_usd_m": recipe.number(cells["imports_musd"]),
            "dutiable_usd_m": recipe.number(cells["dutiable_value_kusd"]) / 1000,
            "dutiable_share_pct": recipe.number(cells["dutiable_share_pct"]),
        }
    )
