"""Asylum claims by citizenship: IRCC's count at all offices, and UNHCR's for Mexico."""

import pandas as pd

from data import country_names, recipe, vintages

TOTALS = {
    ("IRCC", "WLD", "asylum_mexico_ircc"): "ircc_claimants_all",
    ("UNHCR", "MEX", "asylum_mexico_unhcr"): "unhcr_new_claims_mexico",
    ("UNHCR", "WLD", "asylum_mexico_unhcr"): "unhcr_new_claims_all_origins",
}
GRADES = {"IRCC": "C", "UNHCR": "B"}
OTHERS, EVERYONE = "XXX", "WLD"
MONTHS = 12


def rows() -> pd.DataFrame:
    """Shape: one row per publisher, country and year; persons.

    A whole year of IRCC's, as last refreshed, takes the place of the shipped one; a running year is left out.
    """
    return recipe.updated(_shipped(), _refreshed(), ["publisher", "country", "year"])


def _refreshed() -> pd.DataFrame:
    """IRCC's months and provinces added up; all countries together where the file has the others, too.

    A year that has lost a month since is no year any more, and one without the others not all countries together. A
    country that has left the ranking keeps its whole years; it is counted among the others since.
    """
    cells = recipe.newest("ircc_asylum")
    periods = pd.to_datetime(cells["period"])
    cells["year"] = periods.dt.year
    whole = cells[periods.groupby(cells["year"]).transform("nunique") == MONTHS]
    is_unlisted = whole["status"] == vintages.UNLISTED
    months = whole.groupby(["country", "year"])["period"].transform("nunique")
    whole = whole[~is_unlisted | (months == MONTHS)]
    others = whole[whole["country"] == OTHERS]
    listed = whole[whole["status"] != vintages.UNLISTED]
    everyone = listed[listed["year"].isin(others["year"])].assign(country=EVERYONE)
    parts = pd.concat([whole[whole["country"] != OTHERS], everyone], ignore_index=True)
    years = parts.groupby(["country", "year"], as_index=False).agg(
        claims=("value", lambda counts: counts.sum(min_count=1)), published_on=("published_on", "max")
    )
    is_month_gone = whole.groupby("period")["withdrawn"].transform("all")
    months_of_others = others[~others["withdrawn"]].groupby("year")["period"].nunique()
    has_others = years["year"].isin(months_of_others.index[months_of_others == MONTHS])
    years["withdrawn"] = (
        years["claims"].isna()
        | years["year"].isin(whole.loc[is_month_gone, "year"])
        | ((years["country"] == EVERYONE) & ~has_others)
    )
    vintage = recipe.day_published(years)
    return years.assign(publisher="IRCC", grade=GRADES["IRCC"], vintage=vintage, source="ircc_asylum")


def _shipped() -> pd.DataFrame:
    countries = recipe.read("asylum_by_country")
    by_country = pd.DataFrame(
        {
            "publisher": "IRCC",
            "country": country_names.country(countries["country"], "ircc"),
            "year": countries["year"].astype(int),
            "claims": recipe.number(countries["claimants"]),
            "vintage": countries["vintage"],
            "source": "asylum_by_country",
        }
    )
    parts = [by_country]
    for (publisher, country, source), column in TOTALS.items():
        mexico = recipe.read(source)
        part = pd.DataFrame({"year": mexico["year"].astype(int), "claims": recipe.number(mexico[column])})
        about = {"publisher": publisher, "country": country, "vintage": recipe.vintage(source), "source": source}
        parts.append(part.dropna(subset="claims").assign(**about))
    frame = pd.concat(parts, ignore_index=True)
    return frame.assign(grade=frame["publisher"].map(GRADES))
