"""Canada's seasonally adjusted monthly goods trade with the United States, China, the EU and the world."""

import pandas as pd

from data.build import raw

PARTNERS = {"us": "USA", "china": "CHN", "eu": "EUU", "total": "WLD"}


def rows() -> pd.DataFrame:
    """Shape: one row per month and partner group; C$ m."""
    cells = raw.read("statcan_12100011")
    month = raw.first_of_month(cells["month"].str[:4], cells["month"].str[5:])
    missing = pd.Series([""] * len(cells))
    parts = [
        pd.DataFrame(
            {
                "month": month,
                "partner": partner,
                "imports_cad_m": raw.number(cells.get(f"imports_{key}_cad_m", missing)),
                "exports_cad_m": raw.number(cells[f"exports_{key}_cad_m"]),
            }
        )
        for key, partner in PARTNERS.items()
    ]
    return pd.concat(parts, ignore_index=True)
