"""Canada's trade in services by country and year, balance of payments; empty until refreshed."""

import pandas as pd

from data.build import raw


def rows() -> pd.DataFrame:
    """Shape: one row per flow, country, kind of service and year; C$ m."""
    figures = raw.refreshed("statcan_services")
    return pd.DataFrame(
        {
            "flow": figures["series"],
            "country": figures["country"],
            "service": figures["item"],
            "year": pd.to_datetime(figures["period"]).dt.year,
            "value_cad_m": figures["value"] / 1e6,
            "suppressed": figures["status"] == "suppressed",
            "vintage": raw.day_published(figures),
        }
    )
