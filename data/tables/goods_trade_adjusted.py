"""Seasonally adjusted monthly goods trade of Canada by principal partner, customs basis."""

import pandas as pd

from data import recipe

PARTNERS = {"us": "USA", "china": "CHN", "eu": "EUU", "total": "WLD"}
FLOWS = {"imports_customs_adjusted": "imports_cad_m", "exports_customs_adjusted": "exports_cad_m"}


def shipped() -> pd.DataFrame:
    """Every month and partner of the file that comes with the site, same shape as `rows`."""
    source = "statcan_12100011"
    cells = recipe.read(source)
    month = recipe.first_of_month(cells["month"].str[:4], cells["month"].str[5:])
    missing = pd.Series([""] * len(cells))
    parts = [
        pd.DataFrame(
            {
                "month": month,
                "partner": partner,
                "imports_cad_m": recipe.number(cells.get(f"imports_{key}_cad_m", missing)),
                "exports_cad_m": recipe.number(cells[f"exports_{key}_cad_m"]),
                "vintage": recipe.vintage(source),
                "source": source,
            }
        )
        for key, partner in PARTNERS.items()
    ]
    return pd.concat(parts, ignore_index=True)


def _refreshed() -> pd.DataFrame:
    figures = recipe.refreshed("statcan_goods")
    figures = figures[figures["series"].isin(list(FLOWS))].dropna(subset="value")
    keys = ["period", "country"]
    wide = figures.pivot_table(index=keys, columns="series", values="value", aggfunc="sum", observed=True)
    wide = (wide.reindex(columns=list(FLOWS)) / 1e6).rename(columns=FLOWS)
    wide["vintage"] = pd.to_datetime(figures.groupby(keys)["published_on"].max()).dt.strftime("%Y-%m-%d")
    frame = wide.reset_index().rename(columns={"period": "month", "country": "partner"})
    return frame.assign(month=pd.to_datetime(frame["month"]).dt.date, source="statcan_goods")


def rows() -> pd.DataFrame:
    """Shape: one row per month and partner; C$ m. A refreshed table takes the place of the other."""
    newer = _refreshed()
    return newer if len(newer) else shipped()
