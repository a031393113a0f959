"""Canada's monthly goods trade by partner on the payments basis: The Daily's releases, then the full table."""

import pandas as pd

from data import recipe

PARTNERS = {"Mexico": "MEX", "United States": "USA", "All countries": "WLD"}
FLOWS = {"imports_payments_adjusted": "imports", "exports_payments_adjusted": "exports"}
# The first print of a month comes some ten weeks after it began; what the table knows of older months was revised.
FIRST_WITHIN = pd.Timedelta(days=100)
KEY = ["partner", "flow", "month", "released"]


def _daily() -> pd.DataFrame:
    cells = recipe.read("daily_bop_partners")
    cells = cells[(cells["frequency"] == "monthly") & cells["partner"].isin(list(PARTNERS))].reset_index(drop=True)
    return pd.DataFrame(
        {
            "partner": cells["partner"].map(PARTNERS),
            "flow": cells["flow"],
            "month": recipe.day(cells["period"] + "-01"),
            "released": recipe.day(cells["release_date"]),
            "release_state": cells["vintage"],
            "value_cad_m": recipe.number(cells["value_cad_m"]),
            "source": "daily_bop_partners",
        }
    )


def _refreshed(known: pd.DataFrame) -> pd.DataFrame:
    """Every vintage of the full table; a figure is a first one where no earlier release has its month.

    A month that was printed and is not any more is `withdrawn`, and has no value.
    """
    figures = recipe.every_vintage("statcan_goods")
    figures = figures[figures["series"].isin(list(FLOWS)) & figures["country"].isin(PARTNERS.values())]
    frame = pd.DataFrame(
        {
            "partner": figures["country"],
            "flow": figures["series"].map(FLOWS),
            "month": pd.to_datetime(figures["period"]).dt.date,
            "released": pd.to_datetime(figures["published_on"]).dt.date,
            "value_cad_m": figures["value"] / 1e6,
            "source": "statcan_goods",
        }
    ).drop_duplicates(KEY, keep="last")
    series = ["partner", "flow", "month"]
    has_earlier = pd.MultiIndex.from_frame(frame[series]).isin(pd.MultiIndex.from_frame(known[series]))
    is_gone = frame["value_cad_m"].isna()
    is_prompt = pd.to_datetime(frame["released"]) - pd.to_datetime(frame["month"]) < FIRST_WITHIN
    printed = frame["released"].mask(is_gone).groupby([frame[key] for key in series]).transform("min")
    is_first = is_prompt & ~has_earlier & (frame["released"] == printed)
    frame["release_state"] = is_first.map({True: "first", False: "revised"}).mask(is_gone, "withdrawn")
    frame = frame[~is_gone | has_earlier | (frame["released"] > printed)]
    return frame[~pd.MultiIndex.from_frame(frame[KEY]).isin(pd.MultiIndex.from_frame(known[KEY]))]


def rows() -> pd.DataFrame:
    """Shape: one row per partner, flow, month and release; C$ m, seasonally adjusted."""
    daily = _daily()
    newer = _refreshed(daily)
    return pd.concat([daily, newer], ignore_index=True) if len(newer) else daily
