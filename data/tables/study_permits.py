"""Study permit holders by citizenship: the stock on 31 December and the flow of the year."""

import pandas as pd

from data import country_names, recipe

SOURCES = {"stock": ("study_stock_by_country", "holders_31_dec"), "flow": ("study_effective_annual", "holders")}
WHOLE_YEAR = "12"


def rows() -> pd.DataFrame:
    """Shape: one row per measure, country and year; persons. A refreshed year of the flow takes its place."""
    return recipe.updated(_shipped(), _refreshed(), ["measure", "year"])


def _refreshed() -> pd.DataFrame:
    """The workbook's totals of unique persons, each with the number of months its year covers."""
    figures = recipe.newest("ircc_study_totals")
    figures["year"] = pd.to_datetime(figures["period"]).dt.year
    months = figures[figures["series"] == "months_covered"].set_index("year")["value"]
    flow = figures[figures["series"] == "flow"].reset_index(drop=True)
    return pd.DataFrame(
        {
            "measure": "flow",
            "country": flow["country"],
            "year": flow["year"],
            "permits": flow["value"],
            "suppressed": flow["status"] == "suppressed",
            "months_covered": flow["year"].map(months),
            "vintage": recipe.day_published(flow),
            "source": "ircc_study_totals",
            "withdrawn": flow["withdrawn"],
        }
    )


def _shipped() -> pd.DataFrame:
    parts = []
    for measure, (source, column) in SOURCES.items():
        cells = recipe.read(source)
        parts.append(
            pd.DataFrame(
                {
                    "measure": measure,
                    "country": country_names.country(cells["country"], "ircc"),
                    "year": cells["year"].astype(int),
                    "permits": recipe.number(cells[column]),
                    "suppressed": recipe.flag(cells["suppressed"]),
                    "months_covered": cells.get("months_covered", pd.Series(WHOLE_YEAR, index=cells.index)),
                    "vintage": cells["vintage"],
                    "source": source,
                }
            )
        )
    return recipe.added_up(pd.concat(parts, ignore_index=True), ["measure", "country", "year"], "permits")
