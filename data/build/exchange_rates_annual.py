"""Exchange rates, annual averages."""

import pandas as pd

from data.build import raw

RATES = ["cad_per_usd", "mxn_per_usd", "mxn_per_cad"]


def rows() -> pd.DataFrame:
    """Shape: one row per year; currency per currency."""
    cells = raw.read("exchange_rates_annual")
    return pd.DataFrame({"year": cells["year"], **{rate: raw.number(cells[rate]) for rate in RATES}})
