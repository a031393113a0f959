"""Mexico's annual goods trade by partner; partners that share an ISO code are added up."""

import pandas as pd

from data import country_names, recipe


def rows() -> pd.DataFrame:
    """Shape: one row per year and partner; US$ m."""
    cells = recipe.read("se_by_partner")
    # One partner (code S1, Central African Republic) has no name in the publisher's file.
    names = cells["partner_es"].where(cells["partner_es"] != "", cells["se_code"])
    frame = pd.DataFrame(
        {
            "year": cells["year"].astype(int),
            "reporter": "MEX",
            "partner": country_names.country(names, "secretaria_economia"),
            "imports_usd_m": recipe.number(cells["imports_usd_m"]),
            "exports_usd_m": recipe.number(cells["exports_usd_m"]),
        }
    )
    keys = ["year", "reporter", "partner"]
    return frame[frame["partner"] != ""].groupby(keys, as_index=False)[["imports_usd_m", "exports_usd_m"]].sum()
