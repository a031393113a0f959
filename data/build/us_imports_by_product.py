"""U.S. imports for consumption by product and partner, 2024."""

import pandas as pd

from data.build import raw


def rows() -> pd.DataFrame:
    """Shape: one row per partner and HS10; US$, customs value and calculated duty; EUU is the EU27 as one partner."""
    cells = raw.read_parquet("us_imports_hs10_2024")
    cells = cells.assign(partner=cells["partner"].replace({"EU27": "EUU"}))
    return cells[["partner", "hs10", "year", "imports_usd", "duty_usd"]]
