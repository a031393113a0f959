"""U.S. imports for consumption by product and partner, 2024."""

import pandas as pd

from data import recipe

# The file lists Slovakia beside the EU27, whose figures hold it product by product: it would count twice.
IN_THE_EU = ["SVK"]


def rows() -> pd.DataFrame:
    """Shape: one row per partner and HS10; US$, customs value and calculated duty; EUU is the EU27 as one partner."""
    cells = recipe.read_parquet("us_imports_hs10_2024")
    cells = cells[~cells["partner"].isin(IN_THE_EU)]
    cells = cells.assign(partner=cells["partner"].replace({"EU27": "EUU"}))
    return cells[["partner", "hs10", "year", "imports_usd", "duty_usd"]].reset_index(drop=True)
