"""Trade with Canada by HS chapter and heading, as Mexico records it."""

import pandas as pd

from data import country_names, recipe

INCOMPLETE_FROM = 2021


def _shape(source: str, level: str, code: str) -> pd.DataFrame:
    cells = recipe.read(source)
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
            "value_usd_m": recipe.number(cells["value"]),
            "grade": ["D" if y >= INCOMPLETE_FROM else "C" for y in year],
            "vintage": recipe.vintage(source),
            "source": source,
        }
    )


def _refreshed() -> pd.DataFrame:
    """Whole years by HS chapter from UN Comtrade; nothing is left unallocated."""
    figures = recipe.newest("comtrade")
    known = recipe.read("sector_concordance")
    chapters = known[known["classification"] == "HS2"].set_index("code")["group_code"]
    if strange := sorted(set(figures["item"]) - set(chapters.index)):
        raise country_names.UnknownName(f"UN Comtrade: HS chapters without a sector: {', '.join(strange)}")
    return pd.DataFrame(
        {
            "hs_level": "HS2",
            "reporter": "MEX",
            "flow": figures["series"],
            "year": pd.to_datetime(figures["period"]).dt.year,
            "hs_code": figures["item"],
            "hs_chapter": figures["item"],
            "sector": figures["item"].map(chapters),
            "value_usd_m": figures["value"] / 1e6,
            "grade": "B",
            "vintage": recipe.day_published(figures),
            "source": "comtrade",
            "withdrawn": figures["withdrawn"],
        }
    )


def rows() -> pd.DataFrame:
    """Shape: one row per level, flow, year and code; US$ m. A refreshed year of chapters takes its place."""
    shipped = [_shape("comtrade_mexico_hs2", "HS2", "hs2"), _shape("comtrade_mexico_hs4", "HS4", "hs4")]
    return recipe.updated(pd.concat(shipped, ignore_index=True), _refreshed(), ["hs_level", "flow", "year"])
