"""Study permit holders by province and level of study, all nationalities."""

import pandas as pd

from data import recipe

SOURCES = {"stock": ("study_stock_by_province", "holders_31_dec"), "flow": ("study_effective_by_province", "holders")}
LEVELS = {
    "Secondary or less": "secondary",
    "Post Secondary": "post_secondary",
    "Other Studies": "other",
    "Education level not stated": "not_stated",
    "Study level not stated": "not_stated",
    "All levels": "all",
}
PROVINCES = {
    "Newfoundland and Labrador": "NL", "Prince Edward Island": "PE", "Nova Scotia": "NS", "New Brunswick": "NB",
    "Quebec": "QC", "Ontario": "ON", "Manitoba": "MB", "Saskatchewan": "SK", "Alberta": "AB", "British Columbia": "BC",
    "Yukon": "YT", "Northwest Territories": "NT", "Nunavut": "NU", "Province/territory not stated": "XX",
}  # fmt: skip
WHOLE_YEAR = "12"


def rows() -> pd.DataFrame:
    """Shape: one row per measure, province, level and year; persons."""
    parts = []
    for measure, (source, column) in SOURCES.items():
        cells = recipe.read(source)
        parts.append(
            pd.DataFrame(
                {
                    "measure": measure,
                    "province": cells["province"].map(PROVINCES),
                    "study_level": cells["study_level"].map(LEVELS),
                    "year": cells["year"],
                    "permits": recipe.number(cells[column]),
                    "suppressed": recipe.flag(cells["suppressed"]),
                    "months_covered": cells.get("months_covered", pd.Series(WHOLE_YEAR, index=cells.index)),
                    "vintage": cells["vintage"],
                    "source": source,
                }
            )
        )
    return pd.concat(parts, ignore_index=True)
