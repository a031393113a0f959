"""The fifteen common sectors and what none of them can take."""

import pandas as pd

from data.build import raw


def rows() -> pd.DataFrame:
    """Shape: one row per sector."""
    cells = raw.read("sectors")
    return cells.assign(is_goods=raw.flag(cells["is_goods"]))
