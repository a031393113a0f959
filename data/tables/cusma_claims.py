"""Value of U.S. imports for which the CUSMA preference was claimed."""

import pandas as pd

from data import recipe

SINCE_JULY = "2025-07..2026-02 (baseline)"


def rows() -> pd.DataFrame:
    """Shape: one row per partner, period and HS code (10 digits since July 2025, else chapter or TOTAL); US$."""
    products = recipe.read_parquet("cusma_claims_hs10")
    fine = pd.DataFrame(
        {
            "partner": products["partner"],
            "claim_period": "since_july_2025",
            "hs_code": products["hs10"],
            "imports_usd": products["imports_usd"],
            "claimed_usd": products["usmca_claimed_usd"],
            "source": "cusma_claims_hs10",
        }
    )
    chapters = recipe.read("cusma_claims_hs2")
    chapters = chapters[(chapters["period"] != SINCE_JULY) | (chapters["hs2"] == "TOTAL")]
    coarse = pd.DataFrame(
        {
            "partner": chapters["partner"],
            "claim_period": chapters["period"]
            .replace({SINCE_JULY: "since_july_2025"})
            .str.replace("..", "_", regex=False)
            .str.replace("-", "_"),
            "hs_code": chapters["hs2"],
            "imports_usd": recipe.number(chapters["imports_usd"]),
            "claimed_usd": recipe.number(chapters["usmca_claimed_usd"]),
            "source": "cusma_claims_hs2",
        }
    )
    return pd.concat([fine, coarse], ignore_index=True)
