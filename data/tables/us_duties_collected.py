"""U.S. imports for consumption and the duty calculated on them, year to date; empty until refreshed."""

import pandas as pd

from data import recipe

SERIES = {"imports": "imports_to_date_usd_m", "duty": "duty_to_date_usd_m"}


def rows() -> pd.DataFrame:
    """Shape: one row per partner, month and HS chapter; US$ m from January to the month."""
    figures = recipe.refreshed("us_census")
    keys = ["country", "period", "item"]
    wide = figures.pivot_table(index=keys, columns="series", values="value", aggfunc="sum", observed=True)
    wide = wide.reindex(columns=list(SERIES)).rename(columns=SERIES) / 1e6
    wide["vintage"] = pd.to_datetime(figures.groupby(keys)["published_on"].max()).dt.strftime("%Y-%m-%d")
    frame = wide.reset_index().rename(columns={"country": "partner", "period": "month", "item": "hs_chapter"})
    return frame.assign(month=pd.to_datetime(frame["month"]).dt.date)
