"""Direct investment positions: vintages of the table, the release of 2015 and quoted figures, kept apart."""

import pandas as pd

from data import country_names, recipe

COLUMNS = [
    "direction", "country", "year", "position_cad_m", "suppressed", "series", "is_newest", "vintage", "grade", "source",
]  # fmt: skip
# Where several series have a year, the last of these is the newest; what others quote gives way to what is published.
OLD_TO_NEW = ["quoted", "statcan_daily", "statcan_table_2021", "statcan_table"]
DIRECTIONS = {"CDIA": "outward", "FDIC": "inward"}
# Statistics Canada marks a confidential cell x and one that is not available with two dots.
CONFIDENTIAL = "x"
QUOTED = {"outward_2024": "outward", "outward_world_2024": "outward", "inward_world_2024": "inward"}


def table_of_2024() -> pd.DataFrame:
    """Positions as the table of September 2024 had them, same shape as `rows`."""
    cells = recipe.read("statcan_36100008")
    frame = pd.DataFrame(
        {
            "direction": cells["direction"],
            "country": country_names.country(cells["country_or_region"], "statcan_fdi"),
            "year": cells["year"],
            "position_cad_m": recipe.number(cells["value_cad_m"]),
            "suppressed": cells["status"] == CONFIDENTIAL,
            "series": "statcan_table",
            "vintage": "2024-09",
            "grade": "A",
            "source": "statcan_36100008",
        }
    )
    # Two labels of one country (Burma, Myanmar) become one row; at most one of them has figures.
    keys = ["direction", "country", "year", "series", "vintage", "grade", "source"]
    kept = frame[frame["country"] != ""].groupby(keys)
    return kept["position_cad_m"].sum(min_count=1).to_frame().join(kept["suppressed"].any()).reset_index()


def table_of_2021() -> pd.DataFrame:
    """Positions from 1987 as the table of April 2021 had them, same shape as `rows`; an empty cell is withheld."""
    cells = recipe.read("statcan_36100008_2021")
    positions = recipe.number(cells["value_cad_m"])
    return pd.DataFrame(
        {
            "direction": cells["series"].map(DIRECTIONS),
            "country": country_names.country(cells["partner"], "statcan_fdi"),
            "year": cells["year"],
            "position_cad_m": positions,
            "suppressed": positions.isna(),
            "series": "statcan_table_2021",
            "vintage": "2021-04",
            "grade": "A",
            "source": "statcan_36100008_2021",
        }
    )


def daily_of_2015() -> pd.DataFrame:
    """Positions as the release of April 2015 had them, same shape as `rows`."""
    cells = recipe.read("statcan_daily_positions")
    frame = pd.DataFrame(
        {
            "direction": cells["direction"],
            "country": country_names.country(cells["partner"], "statcan_daily"),
            "year": cells["year"],
            "position_cad_m": recipe.number(cells["value"]) * 1000,
            "suppressed": False,
            "series": "statcan_daily",
            "vintage": "2015-04",
            "grade": "B",
            "source": "statcan_daily_positions",
        }
    )
    return frame[frame["country"] != ""]


def _quoted() -> pd.DataFrame:
    cells = recipe.read("quoted_figures").set_index("id").loc[list(QUOTED)]
    return pd.DataFrame(
        {
            "direction": [QUOTED[figure] for figure in cells.index],
            "country": cells["country"].to_numpy(),
            "year": cells["year"].to_numpy(),
            "position_cad_m": recipe.number(cells["value"]).to_numpy() * 1000,
            "suppressed": False,
            "series": "quoted",
            "vintage": "2025-08",
            "grade": cells["grade"].to_numpy(),
            "source": "quoted_figures",
        }
    )


def _refreshed() -> pd.DataFrame:
    figures = recipe.refreshed("statcan_investment")
    is_suppressed = figures["status"] == "suppressed"
    return pd.DataFrame(
        {
            "direction": figures["series"],
            "country": figures["country"],
            "year": pd.to_datetime(figures["period"]).dt.year,
            "position_cad_m": figures["value"] / 1e6,
            "suppressed": is_suppressed,
            "series": "statcan_table",
            "vintage": recipe.day_published(figures),
            "grade": "A",
            "source": "statcan_investment",
        }
    )


def _newest(frame: pd.DataFrame) -> pd.Series:
    """Whether a row is the newest of its direction, country and year."""
    age = frame["series"].map(OLD_TO_NEW.index)
    return age == age.groupby([frame[key] for key in ("direction", "country", "year")]).transform("max")


def rows() -> pd.DataFrame:
    """Shape: one row per direction, country, year and series; C$ m, book value at year end.

    The refreshed table takes the place of the others in the years it has, but for that of April 2021: it stays as an
    older vintage. All stay for what the refreshed one lacks.
    """
    table = _refreshed()
    others = [table_of_2021(), daily_of_2015(), _quoted()]
    frame = pd.concat([table_of_2024(), *others] if table.empty else others, ignore_index=True).astype({"year": int})
    if len(table):
        is_older = frame["series"] == "statcan_table_2021"
        kept = frame[is_older | ~frame["year"].between(table["year"].min(), table["year"].max())]
        frame = pd.concat([table, kept], ignore_index=True)
    return frame.assign(is_newest=_newest(frame))[COLUMNS]
