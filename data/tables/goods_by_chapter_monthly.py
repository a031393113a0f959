"""Canada's monthly goods trade with Mexico and the United States by HS chapter, from CIMT; empty until refreshed."""

import pandas as pd

from data import country_names, recipe
from data.tables import goods_trade_monthly

FLOWS = {"imports": "imports_cad_m", "total_exports": "exports_cad_m", "domestic_exports": "domestic_exports_cad_m"}
# Canada files its own special provisions under 98 and 99; they belong to no sector.
UNALLOCATED, SPECIAL = "99", ("98", "99")


def sectors() -> dict[str, str]:
    """The common sector of each HS chapter as Canada uses it."""
    known = recipe.read("sector_concordance")
    chapters = dict(known.loc[known["classification"] == "HS2", ["code", "group_code"]].itertuples(index=False))
    return {**chapters, **dict.fromkeys(SPECIAL, UNALLOCATED)}


def rows() -> pd.DataFrame:
    """Shape: one row per month, partner and chapter; C$ m. A flow that a chapter lacks in a month is nil."""
    figures = recipe.refreshed("cimt")
    figures = goods_trade_monthly.in_all(figures[figures["item"] != ""], list(FLOWS))
    known = sectors()
    if strange := sorted(set(figures["item"]) - set(known)):
        raise country_names.UnknownName(f"CIMT: HS chapters without a sector: {', '.join(strange)}")
    keys = ["period", "country", "item"]
    wide = figures.pivot_table(index=keys, columns="series", values="value", aggfunc="sum")
    wide = (wide.reindex(columns=list(FLOWS)).fillna(0.0) / 1e6).rename(columns=FLOWS)
    wide["vintage"] = pd.to_datetime(figures.groupby(keys)["published_on"].max()).dt.strftime("%Y-%m-%d")
    frame = wide.reset_index().rename(columns={"period": "month", "country": "partner", "item": "hs_chapter"})
    return frame.assign(month=pd.to_datetime(frame["month"]).dt.date, sector=frame["hs_chapter"].map(known))[
        ["month", "partner", "hs_chapter", "sector", *FLOWS.values(), "vintage"]
    ]
