"""Canada's two-way goods trade with six partners, where the split by flow is not at hand."""

import pandas as pd

from data.build import raw


def rows() -> pd.DataFrame:
    """Shape: one row per partner and year; US$ m, C$ m derived."""
    cells = raw.read("comtrade_two_way")
    return pd.DataFrame(
        {
            "partner": raw.country(cells["partner"], "comtrade"),
            "year": cells["year"],
            "two_way_usd_m": raw.number(cells["two_way_usd"]) / 1e6,
            "two_way_cad_m": raw.number(cells["two_way_cad_m_derived"]),
            "grade": "C",
        }
    )
