"""Study and work permits and admissions of Mexican citizens by month."""

import pandas as pd

from data.build import raw

STREAMS = {"Study": "study", "TFWP": "tfwp", "IMP": "imp", "PR admissions": "pr"}


def rows() -> pd.DataFrame:
    """Shape: one row per stream and month; persons."""
    cells = raw.read("mexico_permits_monthly_raw")
    return pd.DataFrame(
        {
            "stream": cells["stream"].map(STREAMS),
            "month": raw.first_of_month(cells["year"], cells["month"]),
            "persons": raw.number(cells["persons"]),
            "suppressed": raw.flag(cells["suppressed"]),
            "vintage": cells["vintage"],
        }
    )
