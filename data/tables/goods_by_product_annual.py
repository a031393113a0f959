"""Canada's yearly goods trade with Mexico by product, from CIMT's product detail; empty until that was refreshed."""

import pandas as pd

from data import country_names, recipe

PRODUCTS = "cimt_pair.parquet"


def rows() -> pd.DataFrame:
    """Shape: one row per flow, partner, product and year; C$ m, months covered."""
    lines = recipe.products(PRODUCTS)
    years = lines.assign(year=pd.to_datetime(lines["month"]).dt.year)
    covered = years.groupby(["flow", "year"])["month"].nunique().rename("months_covered").reset_index()
    keys = ["flow", "country", "hs_code", "year"]
    sums = years.groupby(keys, as_index=False)["value_cad"].sum().merge(covered, on=["flow", "year"])
    sums["country"] = country_names.country(sums["country"], "statcan_cimt")
    sums = sums.merge(_days_published(), how="left", on=["flow", "country", "year"])
    return pd.DataFrame(
        {
            "figure_kind": sums["flow"],
            "partner": sums["country"],
            "hs_code": sums["hs_code"],
            "hs_chapter": sums["hs_code"].str[:2],
            "year": sums["year"],
            "months_covered": sums["months_covered"],
            "value_cad_m": sums["value_cad"] / 1e6,
            "vintage": recipe.day_published(sums),
        }
    )


def _days_published() -> pd.DataFrame:
    """When the totals of each flow, country and year were last published: they come in the archive of the detail."""
    figures = recipe.refreshed("cimt").rename(columns={"series": "flow"})
    figures["year"] = pd.to_datetime(figures["period"]).dt.year
    return figures.groupby(["flow", "country", "year"], as_index=False)["published_on"].max()
