"""Study and work permits by citizenship and year, months added up: all countries, and a newer vintage of Mexico."""

import pandas as pd

from data import country_names, recipe

COUNTRIES, MEXICO = "permits_annual_sums", "mexico_flows_annual"
STREAMS = {"Study permit holders": "study", "TFWP work permit holders": "tfwp", "IMP work permit holders": "imp"}
# In the newer copy both programmes of work are one count.
PERMITS = ["study", "work"]
KEYS = ["stream", "country", "year"]


def rows() -> pd.DataFrame:
    """Shape: one row per stream, country, year and vintage; sum of monthly persons."""
    frame = pd.concat([_of_all_countries(), _of_mexico()], ignore_index=True)
    newest = frame["vintage"] == frame.groupby(KEYS)["vintage"].transform("max")
    return frame.assign(is_newest=newest)


def _of_all_countries() -> pd.DataFrame:
    cells = recipe.read(COUNTRIES)
    frame = pd.DataFrame(
        {
            "stream": cells["stream"].map(STREAMS),
            "country": country_names.country(cells["country"], "ircc"),
            "year": cells["year"].astype(int),
            "persons": recipe.number(cells["value"]),
        }
    )
    frame = frame.groupby(KEYS, as_index=False)["persons"].sum()
    return frame.assign(grade="C", vintage=recipe.vintage(COUNTRIES), source=COUNTRIES)


def _of_mexico() -> pd.DataFrame:
    cells = recipe.read(MEXICO)
    cells = cells[cells["series"].isin(PERMITS)].reset_index(drop=True)
    return pd.DataFrame(
        {
            "stream": cells["series"],
            "country": country_names.country(cells["country"], "ircc"),
            "year": cells["year"].astype(int),
            "persons": recipe.number(cells["count"]),
            "grade": "B",
            "vintage": recipe.vintage(MEXICO),
            "source": MEXICO,
        }
    )
