"""U.S. most-favoured-nation rates by tariff line, as ad-valorem equivalents."""

import pandas as pd

from data import recipe


def rows() -> pd.DataFrame:
    """Shape: one row per HS8; percent of value; missing where no equivalent could be had."""
    cells = recipe.read("mfn_hs8_2025")
    return pd.DataFrame(
        {
            "hs8": cells["hs8"],
            "mfn_rate_pct": (recipe.number(cells["mfn_ave"]) * 100).round(6),
            "mfn_kind": cells["rate_type"],
            "mfn_text": cells["general_text"],
        }
    )
