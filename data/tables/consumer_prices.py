"""The consumer price index of Canada by month, not seasonally adjusted."""

import pandas as pd

from data import recipe

SHIPPED, REFRESHED = "statcan_18100004", "statcan_prices"


def rows() -> pd.DataFrame:
    """Shape: one row per month; 2002 = 100."""
    cells = recipe.read(SHIPPED)
    shipped = pd.DataFrame(
        {
            "month": recipe.day(cells["date"]),
            "consumer_price_index": recipe.number(cells["cpi_value"]),
            "grade": "A",
            "vintage": recipe.vintage(SHIPPED),
            "source": SHIPPED,
        }
    )
    return recipe.updated(shipped, _newer(), ["month"])


def _newer() -> pd.DataFrame:
    """What a refresh found, in the columns of the table and `withdrawn`."""
    figures = recipe.newest(REFRESHED)
    figures = figures[figures["value"].notna() | figures["withdrawn"]]
    return pd.DataFrame(
        {
            "month": pd.to_datetime(figures["period"]).dt.date,
            "consumer_price_index": figures["value"],
            "grade": "A",
            "vintage": recipe.day_published(figures),
            "source": REFRESHED,
            "withdrawn": figures["withdrawn"],
        }
    )
