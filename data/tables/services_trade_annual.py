"""Canada's trade in services by country and year, balance of payments; empty until refreshed."""

import pandas as pd

from data import recipe


def rows() -> pd.DataFrame:
    """Shape: one row per flow, country, kind of service and year; C$ m."""
    figures = recipe.refreshed("statcan_services")
    return pd.DataFrame(
        {
            "flow": figures["series"],
            "country": figures["country"],
            "service": figures["item"],
            "year": pd.to_datetime(figures["period"]).dt.year,
            "value_cad_m": figures["value"] / 1e6,
            "suppressed": figures["status"] == "suppressed",
            "vintage": recipe.day_published(figures),
        }
    )
