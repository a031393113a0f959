"""Visitor visas approved and study applications finalized for Mexican citizens, by month."""

import pandas as pd

from data import recipe
from data.tables import study_permits_monthly

MEXICO = "MEX"


def rows() -> pd.DataFrame:
    """Shape: one row per month; visas and applications.

    A refreshed month takes the place of the shipped one; applications, which no file refreshes, stay with their month.
    """
    cells = recipe.read("mexico_visas_monthly")
    shipped = pd.DataFrame(
        {
            "month": recipe.first_of_month(cells["year"], cells["month"]),
            "visas": recipe.number(cells["visitor_visas_approved"]),
            "suppressed": recipe.flag(cells["suppressed_visa"]),
            "applications_processed": recipe.number(cells["study_permit_applications_processed"]),
            "vintage": cells["vintage"],
            "source": "mexico_visas_monthly",
        }
    )
    newer = study_permits_monthly.refreshed("ircc_visas").rename(columns={"permits": "visas"})
    newer = newer[newer["country"] == MEXICO].merge(
        shipped[["month", "applications_processed"]], how="left", on="month"
    )
    # A month that was withdrawn has no visas; what else is known of it stays.
    newer["withdrawn"] &= newer["applications_processed"].isna()
    return recipe.updated(shipped, newer, ["month"])
