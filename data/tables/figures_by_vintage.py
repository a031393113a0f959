"""Every version of the figures that are revised: releases that came with the site, then those refreshed since."""

from functools import cache

import pandas as pd

from data import catalog, country_names, recipe
from data.catalog.refresh_model import RefreshSource
from data.tables import direct_investment, goods_trade_adjusted, goods_trade_monthly, goods_with_mexico_monthly

KEY = ["source_code", "figure_kind", "item", "country", "period_start", "published_on"]
PLAIN = "plain"
# What IRCC's workbook says of all countries together, to read its years by.
NO_FIGURES = ["month", "months_covered"]
YEARLY = {"statcan_investment": 12, "ircc_study_totals": 12}
STUDY_RELEASES = ["2024-07", "2025-01", "2025-07"]


def _last_day(vintages: pd.Series) -> pd.Series:
    """The last days of vintages of which only the month is known."""
    return pd.to_datetime(vintages) + pd.offsets.MonthEnd(0)


def _wide(frame: pd.DataFrame, source: str, kinds: dict[str, str]) -> pd.DataFrame:
    """Months of a table with a column for each flow as figures; C$ m."""
    long = frame.melt(["month", "partner", "vintage", "source"], list(kinds), "figure_kind", "value").dropna(
        subset="value"
    )
    return pd.DataFrame(
        {
            "source_code": source,
            "figure_kind": long["figure_kind"].map(kinds),
            "item": "",
            "country": long["partner"],
            "period_start": pd.to_datetime(long["month"]),
            "value": long["value"],
            "unit": "CAD_M",
            "figure_status": PLAIN,
            "published_on": _last_day(long["vintage"]),
            "source": long["source"],
        }
    )


def _mexico() -> pd.DataFrame:
    """Goods trade with Mexico in every release that came with the site; a figure that a release repeats stands once."""
    series = {column: name for name, column in goods_with_mexico_monthly.SERIES["statcan_goods"].items()}
    releases = goods_with_mexico_monthly.every_release().assign(partner="MEX")
    figures = _wide(releases, "statcan_goods", series).sort_values(["figure_kind", "period_start", "published_on"])
    before = figures.groupby(["figure_kind", "period_start"])["value"].shift()
    return figures[figures["value"] != before]


def _positions() -> pd.DataFrame:
    frame = pd.concat([direct_investment.table_of_2024(), direct_investment.daily_of_2015()], ignore_index=True)
    return pd.DataFrame(
        {
            "source_code": "statcan_investment",
            "figure_kind": frame["direction"],
            "item": "",
            "country": frame["country"],
            "period_start": pd.to_datetime(frame["year"].astype(str) + "-01-01"),
            "value": frame["position_cad_m"],
            "unit": "CAD_M",
            "figure_status": frame["suppressed"].map({True: "suppressed", False: PLAIN}),
            "published_on": _last_day(frame["vintage"]),
            "source": frame["source"],
        }
    ).dropna(subset="value")


def _study() -> pd.DataFrame:
    cells = recipe.read("study_effective_by_vintage")
    long = cells.melt(["country", "year"], STUDY_RELEASES, "vintage", "holders")
    return pd.DataFrame(
        {
            "source_code": "ircc_study_totals",
            "figure_kind": "study_permits",
            "item": "",
            "country": country_names.country(long["country"], "ircc"),
            "period_start": pd.to_datetime(long["year"] + "-01-01"),
            "value": recipe.number(long["holders"]),
            "unit": "PERSONS",
            "figure_status": PLAIN,
            "published_on": _last_day(long["vintage"]),
            "source": "study_effective_by_vintage",
        }
    ).dropna(subset="value")


def _refreshed(source: str, about: RefreshSource) -> pd.DataFrame:
    figures = recipe.every_vintage(source)
    figures = figures[~figures["series"].isin(NO_FIGURES) & (figures["country"] != "")]
    return pd.DataFrame(
        {
            "source_code": source,
            "figure_kind": figures["series"].replace({"flow": "study_permits"}),
            "item": figures["item"],
            "country": figures["country"],
            "period_start": pd.to_datetime(figures["period"]),
            "value": figures["value"] / about.divide_by,
            "unit": about.unit_code,
            "figure_status": figures["status"].replace("", PLAIN),
            "published_on": pd.to_datetime(figures["published_on"]),
            "source": source,
        }
    ).drop_duplicates(KEY, keep="last")


@cache
def _shipped() -> pd.DataFrame:
    """What came with the site: its raw files never change, and every refresh asks for it again."""
    flows = {v: k for k, v in goods_trade_adjusted.FLOWS.items()}
    parts = [
        _wide(goods_trade_monthly.shipped(), "cimt", {"imports_cad_m": "imports", "exports_cad_m": "total_exports"}),
        _mexico(),
        _wide(goods_trade_adjusted.shipped(), "statcan_goods", flows),
        _positions(),
        _study(),
    ]
    return pd.concat(parts, ignore_index=True)


def rows() -> pd.DataFrame:
    """Shape: one row per source, kind of figure, item, country, period and day of publication."""
    revised = {name: about for name, about in catalog.refreshable().sources.items() if about.unit_code}
    newer = [part for name, about in revised.items() if len(part := _refreshed(name, about))]
    # What came with the site and was asked for again as of the same day is one figure: the publisher's own answer.
    frame = pd.concat([_shipped(), *newer], ignore_index=True).drop_duplicates(KEY, keep="last")
    months = {name: about.period_months or 1 for name, about in revised.items()}
    frame["period_months"] = frame["source_code"].map({**months, **YEARLY})
    return frame.assign(published_on=frame["published_on"].dt.date, period_start=frame["period_start"].dt.date)
