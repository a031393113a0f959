"""Study permits that became effective, by citizenship and month."""

import pandas as pd

from data.build import raw


def rows() -> pd.DataFrame:
    """Shape: one row per country and month; persons."""
    cells = raw.read("study_effective_monthly")
    frame = pd.DataFrame(
        {
            "country": raw.country(cells["country"], "ircc"),
            "month": raw.first_of_month(cells["year"], cells["month"]),
            "permits": raw.number(cells["holders"]),
            "suppressed": raw.flag(cells["suppressed"]),
            "vintage": cells["vintage"],
        }
    )
    return raw.added_up(frame, ["country", "month"], "permits")
