"""Gross domestic product and population as the World Bank has them; a year without one of them stays without."""

import pandas as pd

from data import recipe

GDP, POPULATION, LATEST = "world_bank_gdp", "world_bank_population", "world_bank_2025"


def _series(source: str, column: str) -> pd.DataFrame:
    cells = recipe.read(source)
    return pd.DataFrame(
        {"country": cells["Country Code"], "year": cells["Year"].astype(int), column: recipe.number(cells["Value"])}
    )


def _earlier() -> pd.DataFrame:
    both = _series(GDP, "gdp").merge(_series(POPULATION, "population"), on=["country", "year"], how="outer")
    has_gdp = both["gdp"].notna()
    source = has_gdp.map({True: f"{GDP};{POPULATION}", False: POPULATION})
    vintage = has_gdp.map({True: recipe.vintage(GDP), False: recipe.vintage(POPULATION)})
    return both.assign(source=source, vintage=vintage)


def _latest() -> pd.DataFrame:
    cells = recipe.read(LATEST)
    return pd.DataFrame(
        {
            "country": cells["country_code"],
            "year": cells["year"].astype(int),
            "gdp": recipe.number(cells["gdp_usd"]),
            "population": recipe.number(cells["population"]),
            "source": LATEST,
            "vintage": recipe.vintage(LATEST),
        }
    )


def rows() -> pd.DataFrame:
    """Shape: one row per country and year; US$ m at current prices, persons."""
    frame = pd.concat([_earlier(), _latest()], ignore_index=True)
    return frame.assign(gdp_usd_m=frame["gdp"] / 1e6, grade="A").drop(columns="gdp")
