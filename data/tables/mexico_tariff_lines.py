"""The hundred Mexican tariff lines with most trade with Canada in 2020, each way."""

import pandas as pd

from data import recipe


def rows() -> pd.DataFrame:
    """Shape: one row per flow, year and 8-digit line; US$ m."""
    cells = recipe.read("se_top_tariff_lines")
    cells = cells[cells["code"] != "TOTAL"]
    return pd.DataFrame(
        {
            "reporter": "MEX",
            "flow": cells["flow"] + "s",
            "year": cells["year"],
            "hs_code": cells["code"],
            "hs_chapter": cells["hs2"],
            "product_name_es": cells["label_es"],
            "value_usd_m": recipe.number(cells["value"]),
            "grade": cells["grade"],
        }
    )
