"""Which products a tariff measure lists, and since when."""

import pandas as pd

from data import recipe


def rows() -> pd.DataFrame:
    """Shape: one row per scope, HS10 and start; no dates where the list holds as long as its rules."""
    cells = recipe.read("hs_scope")
    return pd.DataFrame(
        {
            "tariff_scope": cells["scope"],
            "hs10": cells["hs10"],
            "valid_from": recipe.day(cells["valid_from"]),
            "valid_to": recipe.day(cells["valid_to"]),
        }
    )
