"""Canada's monthly goods trade with Mexico: what came with the site, then what was refreshed since."""

import pandas as pd

from data import recipe

SOURCE = "statcan_12100011_mexico"
# Of each refreshed source the series of both flows; where two were published on one day, the first is the finer.
SERIES = {
    "cimt": {"imports": "imports_cad_m", "total_exports": "exports_cad_m"},
    "statcan_goods": {
        "imports_customs_unadjusted": "imports_cad_m",
        "exports_customs_unadjusted": "exports_cad_m",
    },
}
FLOWS = ["imports_cad_m", "exports_cad_m"]
COLUMNS = ["month", *FLOWS, "grade", "vintage", "source"]


def every_release() -> pd.DataFrame:
    """Every month in every release that came with the site: the columns of `rows`, `vintage` is the release's month."""
    cells = recipe.read(SOURCE)
    return pd.DataFrame(
        {
            "month": recipe.first_of_month(cells["month"].str[:4], cells["month"].str[5:]),
            "imports_cad_m": recipe.number(cells["imports_cad_m"]),
            "exports_cad_m": recipe.number(cells["total_exports_cad_m"]),
            "grade": "A",
            "vintage": cells["vintage"].str[:7],
            "source": SOURCE,
        }
    )


def shipped() -> pd.DataFrame:
    """Every month in the newest release that came with the site, same shape as `rows`."""
    return every_release().sort_values("vintage").drop_duplicates("month", keep="last").reset_index(drop=True)


def _refreshed(source: str) -> pd.DataFrame:
    """The months of one refreshed source that have both flows, and those `withdrawn`; C$ m, by day of publication."""
    figures = recipe.newest(source)
    figures = figures[(figures["item"] == "") & (figures["country"] == "MEX") & figures["series"].isin(SERIES[source])]
    figures = figures.assign(flow=figures["series"].astype(str).map(SERIES[source]))
    wide = figures.pivot_table(index="period", columns="flow", values="value", aggfunc="sum", min_count=1, dropna=False)
    by_month = figures.groupby("period")
    frame = (wide.reindex(columns=FLOWS) / 1e6).assign(
        grade="A",
        vintage=pd.to_datetime(by_month["published_on"].max()).dt.strftime("%Y-%m-%d"),
        source=source,
        withdrawn=by_month["withdrawn"].any(),
    )
    frame = frame[frame["withdrawn"] | frame[FLOWS].notna().all(axis=1)].reset_index()
    return frame.assign(month=pd.to_datetime(frame["period"]).dt.date)[[*COLUMNS, "withdrawn"]]


def rows() -> pd.DataFrame:
    """Shape: one row per month; C$ m. A refreshed month takes the place of the shipped one, the newest published first.

    A month of which a flow was withdrawn is not there.
    """
    parts = [part for source in SERIES if len(part := _refreshed(source))]
    if not parts:
        return shipped()
    both = pd.concat(parts, ignore_index=True).sort_values("vintage", ascending=False, kind="stable")
    return recipe.updated(shipped(), both.drop_duplicates("month"), ["month"])
