"""Cash-deposit rates of U.S. anti-dumping and countervailing orders on goods of Canada and Mexico."""

import pandas as pd

from data import recipe

GOODS = {"softwood lumber": "softwood_lumber", "fresh tomatoes": "fresh_tomatoes"}
KINDS = {"AD": "antidumping", "CVD": "countervailing"}
COMPANIES = {
    "most companies (not individually examined)": "most",
    "most companies": "most",
    "Canfor": "canfor",
    "West Fraser": "west_fraser",
    "exporters never assigned a rate (all others)": "never_rated",
}


def rows() -> pd.DataFrame:
    """Shape: one row per order, company and period; a preliminary rate has no period."""
    cells = recipe.read("trade_remedy_rates")
    valid_from = recipe.day(cells["valid_from"])
    return pd.DataFrame(
        {
            "partner": cells["partner"],
            "remedy_goods": cells["product"].map(GOODS),
            "remedy_order": cells["order"],
            "remedy_kind": cells["kind"].map(KINDS),
            "company": cells["company"].map(COMPANIES),
            "rate_pct": recipe.number(cells["rate_pct"]),
            "valid_from": valid_from,
            "valid_to": recipe.day(cells["valid_to"]),
            "remedy_status": ["preliminary" if pd.isna(day) else "final" for day in valid_from],
            "citation": cells["citation"],
            "grade": cells["grade"],
        }
    )
