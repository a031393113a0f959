"""Exchange rates, annual averages: the Federal Reserve's, then the Bank of Canada's for years it does not have yet."""

import pandas as pd

from data import recipe
from data.tables.exchange_rates_monthly import FED, RATES, averages


def rows() -> pd.DataFrame:
    """Shape: one row per year; currency per currency."""
    source = "exchange_rates_annual"
    cells = recipe.read(source)
    rates = {rate: recipe.number(cells[rate]) for rate in RATES}
    year = cells["year"].astype(int)
    fed = pd.DataFrame({"year": year, **rates, "publisher": FED, "vintage": recipe.vintage(source), "source": source})
    bank = averages("Y")
    bank = bank.assign(year=[span.year for span in bank.pop("span")])
    later = bank[bank["year"] > fed["year"].max()]
    return pd.concat([fed, later], ignore_index=True) if len(later) else fed
