"""Canada's monthly goods trade by partner, C$ as Statistics Canada records it."""

from datetime import date

import pandas as pd

from data import country_names, recipe

KEY = ["month", "partner"]
FLOWS = ["imports", "total_exports"]


def shipped() -> pd.DataFrame:
    """Every month and partner of the file that comes with the site, same shape as `rows`."""
    source = "cimt_by_partner_monthly"
    cells = recipe.read(source)
    return pd.DataFrame(
        {
            "month": recipe.first_of_month(cells["month"].str[:4], cells["month"].str[5:]),
            "partner": country_names.country(cells["partner_iso2"], "statcan_cimt"),
            "imports_cad_m": recipe.number(cells["imports_cad"]) / 1e6,
            "exports_cad_m": recipe.number(cells["total_exports_cad"]) / 1e6,
            "vintage": recipe.vintage(source),
            "source": source,
        }
    )


def in_all(figures: pd.DataFrame, flows: list[str]) -> pd.DataFrame:
    """The figures of these flows, without months that any of them does not have at all yet."""
    chosen = figures[figures["series"].isin(flows)]
    flows_there = chosen.groupby("period")["series"].transform("nunique")
    return chosen[flows_there == len(flows)]


def refreshed() -> pd.DataFrame:
    """Every month and partner of CIMT as last refreshed, same shape; a flow that a partner lacks in a month is nil."""
    figures = recipe.refreshed("cimt")
    figures = in_all(figures[figures["item"] == ""], FLOWS)
    wide = figures.pivot_table(index=["period", "country"], columns="series", values="value", aggfunc="sum")
    wide = wide.reindex(columns=FLOWS).fillna(0.0) / 1e6
    published = figures.groupby(["period", "country"])["published_on"].max()
    return pd.DataFrame(
        {
            "month": pd.to_datetime(wide.index.get_level_values("period")).date,
            "partner": wide.index.get_level_values("country"),
            "imports_cad_m": wide["imports"].to_numpy(),
            "exports_cad_m": wide["total_exports"].to_numpy(),
            "vintage": pd.to_datetime(published.reindex(wide.index)).dt.strftime("%Y-%m-%d").to_numpy(),
            "source": "cimt",
        }
    )


def rows() -> pd.DataFrame:
    """Shape: one row per month and partner; C$ m. A refreshed month takes the place of the shipped one."""
    known, newer = shipped(), refreshed()
    older = known[~known["month"].isin([*newer["month"], *_withdrawn()])]
    return pd.concat([older, newer], ignore_index=True) if len(newer) else older


def _withdrawn() -> set[date]:
    """Months of which a whole flow was withdrawn."""
    figures = recipe.newest("cimt")
    totals = figures[(figures["item"] == "") & figures["series"].isin(FLOWS)]
    gone = totals.groupby(["period", "series"])["withdrawn"].all()
    return set(pd.to_datetime(gone[gone].reset_index()["period"]).dt.date)
