"""Canada's trade in farm, fishing and intermediate food products by year, with Mexico and for scale the U.S."""

import pandas as pd

from data import recipe

REFRESHED, FLOWS = "statcan_sections", ["imports", "exports"]
SOURCES = {"MEX": "statcan_farm_food_mexico", "USA": "statcan_farm_food_us"}


def rows() -> pd.DataFrame:
    """Shape: one row per partner and year; C$ m. A refreshed year takes the place of the shipped one."""
    shipped = pd.concat([_with(partner, source) for partner, source in SOURCES.items()], ignore_index=True)
    return recipe.updated(shipped, _newer(), ["partner", "year"])


def _newer() -> pd.DataFrame:
    """What a refresh found, in the columns of the table and `withdrawn`: years that have both flows."""
    figures = recipe.newest(REFRESHED)
    figures = figures[figures["value"].notna() | figures["withdrawn"]]
    figures = figures.assign(year=pd.to_datetime(figures["period"]).dt.year, vintage=recipe.day_published(figures))
    years = figures.groupby(["country", "year"]).agg(
        flows=("series", "nunique"), vintage=("vintage", "max"), withdrawn=("withdrawn", "any")
    )
    values = figures.pivot(index=["country", "year"], columns="series", values="value").reindex(columns=FLOWS) / 1e6
    both = years[years["flows"] == len(FLOWS)].join(values).reset_index()
    return pd.DataFrame(
        {
            "partner": both["country"],
            "year": both["year"],
            "imports_cad_m": both["imports"],
            "exports_cad_m": both["exports"],
            "grade": "A",
            "vintage": both["vintage"],
            "source": REFRESHED,
            "withdrawn": both["withdrawn"],
        }
    )


def _with(partner: str, source: str) -> pd.DataFrame:
    cells = recipe.read(source)
    return pd.DataFrame(
        {
            "partner": partner,
            "year": cells["year"].astype(int),
            "imports_cad_m": recipe.number(cells["imports_cad_m"]),
            "exports_cad_m": recipe.number(cells["exports_cad_m"]),
            "grade": "B",
            "vintage": recipe.vintage(source),
            "source": source,
        }
    )
