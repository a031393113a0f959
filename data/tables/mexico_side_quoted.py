"""What Mexico counts itself, where only the press or a copy of UN Comtrade's totals says so."""

import pandas as pd

from data import recipe

PRESS, TOTALS = "mexico_side_press", "wits_mexico_2021"
MEASURES = {
    "Mexican exports to Canada": "exports_to_canada",
    "Mexican imports from Canada": "imports_from_canada",
    "Mexico total goods exports": "total_exports",
    "Mexico total goods imports": "total_imports",
    "Mexican light vehicles exported to Canada": "vehicles_to_canada",
    "Mexican light vehicles exported to all countries": "total_vehicles",
}
UNITS = {"US$ m": "USD_M", "units": "VEHICLES"}
WHOLE_YEAR = "year"


def rows() -> pd.DataFrame:
    """Shape: one row per count and whole year, in the unit of the row."""
    return pd.concat([_press(), _totals()], ignore_index=True)


def _press() -> pd.DataFrame:
    cells = recipe.read(PRESS)
    cells = cells[(cells["period"] == WHOLE_YEAR) & cells["measure"].isin(list(MEASURES))].reset_index(drop=True)
    return pd.DataFrame(
        {
            "mexico_measure": cells["measure"].map(MEASURES),
            "year": cells["year"].astype(int),
            "quoted_value": recipe.number(cells["value"]),
            "unit": cells["unit"].map(UNITS),
            "said_by": cells["primary"],
            "source_url": cells["source_url"],
            "grade": cells["grade"],
            "source": PRESS,
        }
    )


def _totals() -> pd.DataFrame:
    cells = recipe.read(TOTALS)
    return pd.DataFrame(
        {
            "mexico_measure": "exports_to_canada",
            "year": cells["year"].astype(int),
            "quoted_value": recipe.number(cells["value_usd_m"]),
            "unit": "USD_M",
            "said_by": "UN Comtrade (WITS)",
            "source_url": "https://wits.worldbank.org/",
            "grade": "B",
            "source": TOTALS,
        }
    )
