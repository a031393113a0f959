"""Goods that Mexico raised in January 2026 for partners without an agreement, by group."""

import pandas as pd

from data import recipe


def rows() -> pd.DataFrame:
    """Shape: one row per group and beginning of a tariff code."""
    cells = recipe.read("mexico_increase")
    cells = cells.assign(hs_code=cells["hs_codes"].str.split(";")).explode("hs_code")
    return pd.DataFrame(
        {
            "increase_group": cells["group"],
            "hs_code": cells["hs_code"],
            "tariff_items": recipe.number(cells["lines"]),
            "rate_low_pct": recipe.number(cells["rate_low_pct"]),
            "rate_high_pct": recipe.number(cells["rate_high_pct"]),
            "grade": cells["grade"],
        }
    )
