"""Trade with Canada by HS chapter and heading, as Mexico records it."""

import pandas as pd

from data.build import raw

INCOMPLETE_FROM = 2021


def _shape(cells: pd.DataFrame, level: str, code: str) -> pd.DataFrame:
    year = cells["year"].astype(int)
    return pd.DataFrame(
        {
            "hs_level": level,
            "reporter": "MEX",
            "flow": cells["flow"] + "s",
            "year": year,
            "hs_code": cells[code],
            "hs_chapter": cells["hs2"],
            "sector": cells["group_code"],
            "value_usd_m": raw.number(cells["value"]),
            "grade": ["D" if y >= INCOMPLETE_FROM else "C" for y in year],
        }
    )


def rows() -> pd.DataFrame:
    """Shape: one row per level, flow, year and code; US$ m."""
    parts = [
        _shape(raw.read("comtrade_mexico_hs2"), "HS2", "hs2"),
        _shape(raw.read("comtrade_mexico_hs4"), "HS4", "hs4"),
    ]
    return pd.concat(parts, ignore_index=True)
