"""Canada's surtaxes on goods of the United States since 2018."""

import pandas as pd

from data import recipe


def rows() -> pd.DataFrame:
    """Shape: one row per surtax; one that was never ordered has no period."""
    cells = recipe.read("canada_surtaxes")
    return pd.DataFrame(
        {
            "surtax": cells["surtax"],
            "surtax_list": cells["list"],
            "rate_low_pct": recipe.number(cells["rate_low_pct"]),
            "rate_high_pct": recipe.number(cells["rate_high_pct"]),
            "valid_from": recipe.day(cells["valid_from"]),
            "valid_to": recipe.day(cells["valid_to"]),
            "value_cad_m": recipe.number(cells["value_cad_m"]),
            "citation": cells["citation"],
            "grade": cells["grade"],
        }
    )
