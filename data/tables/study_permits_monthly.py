"""Study permits that became effective, by citizenship and month."""

from functools import cache

import pandas as pd

from data import country_names, recipe

EVERYONE = "WLD"


def refreshed(source: str) -> pd.DataFrame:
    """Months of one of IRCC's files as last refreshed: country, month, permits, suppressed, vintage, withdrawn."""
    return _by_month(recipe.newest(source), source)


def _everyone() -> pd.DataFrame:
    """The months of all countries together, which only the workbook has."""
    source = "ircc_study_totals"
    figures = recipe.newest(source)
    return _by_month(figures[figures["series"] == "month"].reset_index(drop=True), source)


def _by_month(figures: pd.DataFrame, source: str) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "country": figures["country"],
            "month": pd.to_datetime(figures["period"]).dt.date,
            "permits": figures["value"],
            "suppressed": figures["status"] == "suppressed",
            "vintage": recipe.day_published(figures),
            "source": source,
            "withdrawn": figures["withdrawn"],
        }
    )


@cache
def _shipped() -> pd.DataFrame:
    """The months that came with the site: their raw file never changes, and a refresh asks for them again and again."""
    source = "study_effective_monthly"
    cells = recipe.read(source)
    frame = pd.DataFrame(
        {
            "country": country_names.country(cells["country"], "ircc"),
            "month": recipe.first_of_month(cells["year"], cells["month"]),
            "permits": recipe.number(cells["holders"]),
            "suppressed": recipe.flag(cells["suppressed"]),
            "vintage": cells["vintage"],
            "source": source,
        }
    )
    return recipe.added_up(frame, ["country", "month"], "permits")


def rows() -> pd.DataFrame:
    """Shape: one row per country and month; persons. A refreshed month takes the place of the shipped one.

    Of the shipped one its nils stay, for which the refreshed file has no rows, and its total where no workbook has one.
    """
    shipped, newer = _shipped(), refreshed("ircc_study")
    is_unlisted = (shipped["permits"] == 0) | (shipped["country"] == EVERYONE)
    shipped = shipped[is_unlisted | ~shipped["month"].isin(set(newer["month"]))]
    return recipe.updated(shipped, pd.concat([newer, _everyone()], ignore_index=True), ["country", "month"])
