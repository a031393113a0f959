"""Canada's monthly goods trade by partner on the balance-of-payments basis, as The Daily printed it."""

import pandas as pd

from data.build import raw

PARTNERS = {"Mexico": "MEX", "United States": "USA", "All countries": "WLD"}


def rows() -> pd.DataFrame:
    """Shape: one row per partner, flow, month and release; C$ m, seasonally adjusted."""
    cells = raw.read("daily_bop_partners")
    cells = cells[(cells["frequency"] == "monthly") & cells["partner"].isin(list(PARTNERS))].reset_index(drop=True)
    return pd.DataFrame(
        {
            "partner": cells["partner"].map(PARTNERS),
            "flow": cells["flow"],
            "month": raw.day(cells["period"] + "-01"),
            "released": raw.day(cells["release_date"]),
            "release_state": cells["vintage"],
            "value_cad_m": raw.number(cells["value_cad_m"]),
        }
    )
