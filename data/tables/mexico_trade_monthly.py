"""Mexico's monthly goods trade with Canada and the United States, as Mexico records it."""

import pandas as pd

from data import recipe


def rows() -> pd.DataFrame:
    """Shape: one row per month and partner; US$ m."""
    cells = recipe.read("se_monthly")
    return pd.DataFrame(
        {
            "month": recipe.first_of_month(cells["month"].str[:4], cells["month"].str[5:]),
            "reporter": "MEX",
            "partner": cells["partner_iso3"],
            "imports_usd_m": recipe.number(cells["imports_usd_m"]),
            "exports_usd_m": recipe.number(cells["exports_usd_m"]),
        }
    )
