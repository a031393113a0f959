"""Goods trade of both books by year; the years Statistics Canada prints in C$ are taken from its own months."""

import pandas as pd

from data import recipe
from data.tables import exchange_rates_annual

CODES = {"Canada": "CAN", "Mexico": "MEX"}
PUBLISHERS = {
    "World Bank WITS export (pandringa copy)": "UN Comtrade via World Bank WITS",
    "WITS/Comtrade (listenzcc copy)": "UN Comtrade via World Bank WITS",
    "SE/SAT/Banxico/INEGI page (omarr667 copy)": "Secretaría de Economía / SAT / Banxico / INEGI",
    "StatCan CIMT (kpi-lab copy)": "Statistics Canada, CIMT",
    "back-computed from SE growth rates via mexiconewsdaily": "Secretaría de Economía, via Mexico News Daily",
    "SE via mexiconewsdaily 2024-09-02": "Secretaría de Economía, via Mexico News Daily",
    "back-computed from Banxico 2025 +17% (Expansion 2026-03-12)": "Banxico 2025 and growth rate, via Expansión",
    "back-computed from Banxico 2025 -3.6% (Expansion 2026-03-12)": "Banxico 2025 and growth rate, via Expansión",
    "Banxico via Expansion 2026-03-12": "Banxico, via Expansión",
}
FIRST_YEAR_BY_DESTINATION = 2002
PUBLISHER = "Statistics Canada, CIMT"
SE = "Secretaría de Economía / SAT / Banxico / INEGI"
SOURCES = {
    "UN Comtrade via World Bank WITS": "goods_totals_wits",
    SE: "goods_totals_mexico",
    PUBLISHER: "goods_totals_statcan",
}
QUOTED = "goods_totals_press"
MONTHS = 12


def _concept(reporter: str, flow: str, year: int) -> str:
    if flow == "imports":
        return "by_origin"
    return "by_buyer" if reporter == "MEX" and year < FIRST_YEAR_BY_DESTINATION else "by_destination"


def _canada_cad() -> dict[tuple[str, int], float]:
    months = recipe.read("cimt_mexico_monthly")
    months["year"] = months["month"].str[:4].astype(int)
    months = months.groupby("year").filter(lambda year: len(year) == 12)
    columns = {"imports": "imports_cad", "exports": "total_exports_cad"}
    return {
        (flow, int(year)): float(sum(int(value) for value in rows[column])) / 1e6
        for flow, column in columns.items()
        for year, rows in months.groupby("year")
    }


def _refreshed() -> pd.DataFrame:
    """Canada's whole years from CIMT as last refreshed: C$ as recorded, US$ at the annual rate where there is one."""
    figures = recipe.newest("cimt")
    figures = figures[(figures["item"] == "") & (figures["country"] == "MEX")]
    figures["year"] = pd.to_datetime(figures["period"]).dt.year
    flows = figures[figures["series"].isin(["imports", "total_exports"])]
    years = flows.groupby(["series", "year"], as_index=False).agg(
        months=("period", "nunique"),
        value=("value", "sum"),
        published_on=("published_on", "max"),
        withdrawn=("withdrawn", "any"),
    )
    years = years[years["months"] == MONTHS].reset_index(drop=True)
    rates = exchange_rates_annual.rows().set_index("year")
    years = years[years["year"].isin(rates.index)]
    flow = years["series"].replace({"total_exports": "exports"})
    return pd.DataFrame(
        {
            "reporter": "CAN",
            "partner": "MEX",
            "flow": flow,
            "year": years["year"],
            "value_usd_m": years["value"] / 1e6 / years["year"].map(rates["cad_per_usd"]),
            "value_cad_m": years["value"] / 1e6,
            "grade": "A",
            "publisher": PUBLISHER,
            "concept": [_concept("CAN", name, year) for name, year in zip(flow, years["year"], strict=True)],
            "derived_currency": "usd",
            "vintage": recipe.day_published(years),
            "source": "cimt;" + years["year"].map(rates["source"]),
            "withdrawn": years["withdrawn"],
        }
    )


def rows() -> pd.DataFrame:
    """Shape: one row per reporter, flow and year; US$ m and C$ m. A refreshed year takes the place of the other one."""
    return recipe.updated(_shipped(), _refreshed(), ["reporter", "flow", "year"])


def _shipped() -> pd.DataFrame:
    cells = recipe.read("goods_totals_wits")
    official = _canada_cad()
    frame = pd.DataFrame(
        {
            "reporter": cells["reporter"].map(CODES),
            "partner": cells["partner"].map(CODES),
            "flow": cells["flow"] + "s",
            "year": cells["year"].astype(int),
            "value_usd_m": recipe.number(cells["value_usd_m"]),
            "value_cad_m": recipe.number(cells["value_cad_m_derived"]),
            "grade": cells["grade"],
            "publisher": cells["source"].map(PUBLISHERS),
        }
    )
    frame["concept"] = [_concept(*key) for key in frame[["reporter", "flow", "year"]].itertuples(index=False)]
    from_canada = [
        official.get((flow, year)) if publisher == PUBLISHER else None
        for flow, year, publisher in frame[["flow", "year", "publisher"]].itertuples(index=False)
    ]
    frame["value_cad_m"] = pd.Series(from_canada, dtype="float64").fillna(frame["value_cad_m"])
    frame["derived_currency"] = [
        "usd" if printed is not None else "none" if pd.isna(value) else "cad"
        for printed, value in zip(from_canada, frame["value_cad_m"], strict=True)
    ]
    frame["source"] = [
        _sources(publisher, derived)
        for publisher, derived in zip(frame["publisher"], frame["derived_currency"], strict=True)
    ]
    return frame.assign(vintage=recipe.vintage("goods_totals_wits"))


def _sources(publisher: str, derived: str) -> str:
    """What a row is made from: its publisher, Canada's own months where they give the C$, the rate of a conversion."""
    months = ["cimt_mexico_monthly"] if derived == "usd" else []
    rate = ["exchange_rates_annual"] if derived != "none" else []
    return ";".join([SOURCES.get(publisher, QUOTED), *months, *rate])
