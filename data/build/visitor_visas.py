"""Visitor visas approved and study applications finalized for Mexican citizens, by month."""

import pandas as pd

from data.build import raw


def rows() -> pd.DataFrame:
    """Shape: one row per month; visas and applications."""
    cells = raw.read("mexico_visas_monthly")
    return pd.DataFrame(
        {
            "month": raw.first_of_month(cells["year"], cells["month"]),
            "visas": raw.number(cells["visitor_visas_approved"]),
            "suppressed": raw.flag(cells["suppressed_visa"]),
            "applications_processed": raw.number(cells["study_permit_applications_processed"]),
            "vintage": cells["vintage"],
        }
    )
