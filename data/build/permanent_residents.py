"""Mexican citizens admitted as permanent residents, by year."""

import pandas as pd

from data.build import raw


def rows() -> pd.DataFrame:
    """Shape: one row per country and year; persons."""
    cells = raw.read("permanent_residents_mexico")
    return pd.DataFrame(
        {
            "country": raw.country(cells["country"], "ircc"),
            "year": cells["year"],
            "persons": raw.number(cells["pr_admissions"]),
            "grade": "C",
        }
    )
