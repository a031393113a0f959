"""Mexican citizens admitted as permanent residents, by year."""

import pandas as pd

from data import country_names, recipe


def rows() -> pd.DataFrame:
    """Shape: one row per country and year; persons."""
    cells = recipe.read("permanent_residents_mexico")
    return pd.DataFrame(
        {
            "country": country_names.country(cells["country"], "ircc"),
            "year": cells["year"],
            "persons": recipe.number(cells["pr_admissions"]),
            "grade": "C",
            "vintage": recipe.vintage("permanent_residents_mexico"),
        }
    )
