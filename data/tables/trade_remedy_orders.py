"""Which products of Canada and Mexico fall under U.S. anti-dumping and countervailing orders."""

import pandas as pd

from data import recipe


def rows() -> pd.DataFrame:
    """Shape: one row per order and beginning of a tariff code."""
    cells = recipe.read("trade_remedy_orders")
    cells = cells.assign(hs_code=cells["hs_codes"].str.split(";")).explode("hs_code")
    return pd.DataFrame(
        {
            "partner": cells["partner"],
            "remedy_goods": cells["goods"],
            "remedy_order": cells["order"],
            "remedy_kind": cells["kind"],
            "hs_code": cells["hs_code"],
            "valid_from": recipe.day(cells["since"]),
            "citation": cells["citation"],
            "evidence": cells["evidence"],
        }
    )
