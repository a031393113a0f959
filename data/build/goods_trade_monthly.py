"""Canada's monthly goods trade by partner, C$ as Statistics Canada records it."""

import pandas as pd

from data.build import raw


def rows() -> pd.DataFrame:
    """Shape: one row per month and partner; C$ m."""
    cells = raw.read("cimt_by_partner_monthly")
    return pd.DataFrame(
        {
            "month": raw.first_of_month(cells["month"].str[:4], cells["month"].str[5:]),
            "partner": raw.country(cells["partner_iso2"], "statcan_cimt"),
            "imports_cad_m": raw.number(cells["imports_cad"]) / 1e6,
            "exports_cad_m": raw.number(cells["total_exports_cad"]) / 1e6,
        }
    )
