"""The same yearly flow of study permits as three releases printed it."""

import pandas as pd

from data import country_names, recipe

VINTAGES = ["2024-07", "2025-01", "2025-07"]


def rows() -> pd.DataFrame:
    """Shape: one row per country, year and vintage; persons."""
    cells = recipe.read("study_effective_by_vintage")
    parts = [
        pd.DataFrame(
            {
                "country": country_names.country(cells["country"], "ircc"),
                "year": cells["year"],
                "vintage": vintage,
                "permits": recipe.number(cells[vintage]),
            }
        )
        for vintage in VINTAGES
    ]
    return pd.concat(parts, ignore_index=True)
