"""Study and work permits and admissions of Mexican citizens by month."""

import pandas as pd

from data import recipe
from data.tables import study_permits_monthly

STREAMS = {"Study": "study", "TFWP": "tfwp", "IMP": "imp", "PR admissions": "pr"}
REFRESHED = {"study": "ircc_study", "tfwp": "ircc_work_tfwp", "imp": "ircc_work_imp"}
MEXICO = "MEX"


def _refreshed() -> pd.DataFrame:
    parts = [study_permits_monthly.refreshed(source).assign(stream=stream) for stream, source in REFRESHED.items()]
    months = pd.concat(parts, ignore_index=True)
    return months[months["country"] == MEXICO].rename(columns={"permits": "persons"})


def rows() -> pd.DataFrame:
    """Shape: one row per stream and month; persons. A refreshed month takes the place of the shipped one."""
    cells = recipe.read("mexico_permits_monthly_raw")
    shipped = pd.DataFrame(
        {
            "stream": cells["stream"].map(STREAMS),
            "month": recipe.first_of_month(cells["year"], cells["month"]),
            "persons": recipe.number(cells["persons"]),
            "suppressed": recipe.flag(cells["suppressed"]),
            "vintage": cells["vintage"],
            "source": "mexico_permits_monthly_raw",
        }
    )
    return recipe.updated(shipped, _refreshed(), ["stream", "month"])
