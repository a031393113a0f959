"""Direct investment positions: the table of 2024, the release of 2015 and the figures others quote, kept apart."""

import pandas as pd

from data import recipe

COLUMNS = ["direction", "country", "year", "position_cad_m", "suppressed", "series", "vintage", "grade", "source"]
# Statistics Canada marks a confidential cell x and one that is not available with two dots.
CONFIDENTIAL = "x"
QUOTED = {"outward_2024": "outward", "outward_world_2024": "outward", "inward_world_2024": "inward"}


def table_of_2024() -> pd.DataFrame:
    """Positions as the table of September 2024 had them, same shape as `rows`."""
    cells = recipe.read("statcan_36100008")
    frame = pd.DataFrame(
        {
            "direction": cells["direction"],
            "country": recipe.country(cells["country_or_region"], "statcan_fdi"),
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


def daily_of_2015() -> pd.DataFrame:
    """Positions as the release of April 2015 had them, same shape as `rows`."""
    cells = recipe.read("statcan_daily_positions")
    frame = pd.DataFrame(
        {
            "direction": cells["direction"],
            "country": recipe.country(cells["partner"], "statcan_daily"),
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


def rows() -> pd.DataFrame:
    """Shape: one row per direction, country, year and series; C$ m, book value at year end.

    The refreshed table takes the place of the one of 2024; older releases and quoted figures stay for what it lacks.
    """
    table = _refreshed()
    if table.empty:
        return pd.concat([table_of_2024(), daily_of_2015(), _quoted()], ignore_index=True)[COLUMNS]
    others = pd.concat([daily_of_2015(), _quoted()], ignore_index=True).astype({"year": int})
    kept = others[~others["year"].between(table["year"].min(), table["year"].max())]
    return pd.concat([table, kept], ignore_index=True)[COLUMNS]
