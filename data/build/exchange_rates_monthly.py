"""Exchange rates, monthly averages."""

import pandas as pd

from data.build import raw
from data.build.exchange_rates_annual import RATES


def rows() -> pd.DataFrame:
    """Shape: one row per month; currency per currency."""
    cells = raw.read("exchange_rates_monthly")
    month = raw.first_of_month(cells["month"].str[:4], cells["month"].str[5:])
    return pd.DataFrame({"month": month, **{rate: raw.number(cells[rate]) for rate in RATES}})
