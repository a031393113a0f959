"""Study permit holders by citizenship: the stock on 31 December and the flow of the year."""

import pandas as pd

from data.build import raw

SOURCES = {"stock": ("study_stock_by_country", "holders_31_dec"), "flow": ("study_effective_annual", "holders")}
WHOLE_YEAR = "12"


def rows() -> pd.DataFrame:
    """Shape: one row per measure, country and year; persons."""
    parts = []
    for measure, (source, column) in SOURCES.items():
        cells = raw.read(source)
        parts.append(
            pd.DataFrame(
                {
                    "measure": measure,
                    "country": raw.country(cells["country"], "ircc"),
                    "year": cells["year"],
                    "permits": raw.number(cells[column]),
                    "suppressed": raw.flag(cells["suppressed"]),
                    "months_covered": cells.get("months_covered", pd.Series(WHOLE_YEAR, index=cells.index)),
                    "vintage": cells["vintage"],
                }
            )
        )
    return raw.added_up(pd.concat(parts, ignore_index=True), ["measure", "country", "year"], "permits")
