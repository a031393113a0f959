"""Canada's trade in services by country and year, balance of payments: quarters added up, then the yearly table."""

import pandas as pd

from data import country_names, recipe

TOTAL = "Total, all types of services"
# Receipts are what Canada sold, payments what it bought.
FLOWS = {"Receipts": "exports", "Payments": "imports"}
WHOLE_YEAR = 12
# The copy ends with the third quarter of 2021.
MONTHS_OF_A_PARTIAL_YEAR = 9


def _shipped() -> pd.DataFrame:
    cells = recipe.read("statcan_bop_annual")
    cells = cells[(cells["kind"] == "services") & cells["flow"].isin(list(FLOWS))].reset_index(drop=True)
    is_whole = recipe.flag(cells["year_complete"])
    return pd.DataFrame(
        {
            "flow": cells["flow"].map(FLOWS),
            "country": country_names.country(cells["partner"], "statcan_goods"),
            "service": TOTAL,
            "year": cells["year"].astype(int),
            "value_cad_m": recipe.number(cells["value_cad_m"]),
            "months_covered": is_whole.map({True: WHOLE_YEAR, False: MONTHS_OF_A_PARTIAL_YEAR}),
            "suppressed": False,
            "grade": "B",
            "vintage": recipe.vintage("statcan_bop_annual"),
            "source": "statcan_bop_annual",
        }
    )


def _refreshed() -> pd.DataFrame:
    figures = recipe.newest("statcan_services")
    return pd.DataFrame(
        {
            "flow": figures["series"],
            "country": figures["country"],
            "service": figures["item"],
            "year": pd.to_datetime(figures["period"]).dt.year,
            "value_cad_m": figures["value"] / 1e6,
            "months_covered": WHOLE_YEAR,
            "suppressed": figures["status"] == "suppressed",
            "grade": "A",
            "vintage": recipe.day_published(figures),
            "source": "statcan_services",
            "withdrawn": figures["withdrawn"],
        }
    )


def rows() -> pd.DataFrame:
    """Shape: one row per flow, country, kind of service and year; C$ m. A refreshed year replaces the shipped one."""
    return recipe.updated(_shipped(), _refreshed(), ["flow", "country", "service", "year"])
