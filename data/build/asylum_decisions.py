"""First-instance decisions on asylum claims by Mexican citizens."""

import pandas as pd

from data.build import raw

COLUMNS = {
    "recognized": "dec_recognized",
    "other_decisions": "dec_other",
    "rejected": "dec_rejected",
    "closed": "dec_closed",
    "decisions": "dec_total",
}


def rows() -> pd.DataFrame:
    """Shape: one row per year; decisions."""
    cells = raw.read("unhcr_decisions")
    return pd.DataFrame(
        {"year": cells["year"], **{name: raw.number(cells[column]) for name, column in COLUMNS.items()}}
    )
