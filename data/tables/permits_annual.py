"""Study and work permits by citizenship and year, months added up."""

import pandas as pd

from data import recipe

STREAMS = {"Study permit holders": "study", "TFWP work permit holders": "tfwp", "IMP work permit holders": "imp"}


def rows() -> pd.DataFrame:
    """Shape: one row per stream, country and year; sum of monthly persons."""
    cells = recipe.read("permits_annual_sums")
    frame = pd.DataFrame(
        {
            "stream": cells["stream"].map(STREAMS),
            "country": recipe.country(cells["country"], "ircc"),
            "year": cells["year"].astype(int),
            "persons": recipe.number(cells["value"]),
        }
    )
    frame = frame.groupby(["stream", "country", "year"], as_index=False)["persons"].sum()
    return frame.assign(grade="C")
