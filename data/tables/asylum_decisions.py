"""First-instance decisions on asylum claims by Mexican citizens."""

import pandas as pd

from data import recipe

COLUMNS = {
    "recognized": "dec_recognized",
    "other_decisions": "dec_other",
    "rejected": "dec_rejected",
    "closed": "dec_closed",
    "decisions": "dec_total",
}


def rows() -> pd.DataFrame:
    """Shape: one row per year; decisions."""
    cells = recipe.read("unhcr_decisions")
    return pd.DataFrame(
        {"year": cells["year"], **{name: recipe.number(cells[column]) for name, column in COLUMNS.items()}}
    )
