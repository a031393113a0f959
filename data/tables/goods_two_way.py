"""Canada's two-way goods trade with six partners, where the split by flow is not at hand."""

import pandas as pd

from data import country_names, recipe


def rows() -> pd.DataFrame:
    """Shape: one row per partner and year; US$ m, C$ m derived."""
    cells = recipe.read("comtrade_two_way")
    return pd.DataFrame(
        {
            "partner": country_names.country(cells["partner"], "comtrade"),
            "year": cells["year"],
            "two_way_usd_m": recipe.number(cells["two_way_usd"]) / 1e6,
            "two_way_cad_m": recipe.number(cells["two_way_cad_m_derived"]),
            "grade": "C",
        }
    )
