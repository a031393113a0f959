"""Goods trade of both books by year; Canada's years from 1997 are its own months in C$, added up."""

import pandas as pd

from data import recipe
from data.tables import exchange_rates_annual, goods_with_mexico_monthly

CODES = {"Canada": "CAN", "Mexico": "MEX"}
PUBLISHERS = {
    "World Bank WITS export (pandringa copy)": "UN Comtrade via World Bank WITS",
    "WITS/Comtrade (listenzcc copy)": "UN Comtrade via World Bank WITS",
    "SE/SAT/Banxico/INEGI page (omarr667 copy)": "Secretaría de Economía / SAT / Banxico / INEGI",
    "back-computed from SE growth rates via mexiconewsdaily": "Secretaría de Economía, via Mexico News Daily",
    "SE via mexiconewsdaily 2024-09-02": "Secretaría de Economía, via Mexico News Daily",
    "back-computed from Banxico 2025 +17% (Expansion 2026-03-12)": "Banxico 2025 and growth rate, via Expansión",
    "back-computed from Banxico 2025 -3.6% (Expansion 2026-03-12)": "Banxico 2025 and growth rate, via Expansión",
    "Banxico via Expansion 2026-03-12": "Banxico, via Expansión",
}
FIRST_YEAR_BY_DESTINATION = 2002
PUBLISHER = "Statistics Canada"
SE = "Secretaría de Economía / SAT / Banxico / INEGI"
SOURCES = {"UN Comtrade via World Bank WITS": "goods_totals_wits", SE: "goods_totals_mexico"}
QUOTED = "goods_totals_press"
MONTHS = 12
FLOWS = {"imports": "imports_cad_m", "exports": "exports_cad_m"}


def _concept(reporter: str, flow: str, year: int) -> str:
    if flow == "imports":
        return "by_origin"
    return "by_buyer" if reporter == "MEX" and year < FIRST_YEAR_BY_DESTINATION else "by_destination"


def _whole_years(months: pd.DataFrame) -> pd.DataFrame:
    """Years with twelve months and an exchange rate: C$ m as recorded, vintage and sources of the months behind it."""
    years = months.groupby("year", as_index=False).agg(
        months=("month", "nunique"),
        **{column: (column, "sum") for column in FLOWS.values()},
        vintage=("vintage", "max"),
        source=("source", lambda names: ";".join(sorted(set(names)))),
    )
    rates = exchange_rates_annual.rows().set_index("year")
    whole = years[(years["months"] == MONTHS) & years["year"].isin(rates.index)]
    return whole.assign(
        cad_per_usd=whole["year"].map(rates["cad_per_usd"]),
        source=whole["source"] + ";" + whole["year"].map(rates["source"]),
    )


def _canada(months: pd.DataFrame) -> pd.DataFrame:
    """Canada's whole years: C$ as recorded, US$ at the annual rate."""
    years = _whole_years(months)
    parts = [
        pd.DataFrame(
            {
                "reporter": "CAN",
                "partner": "MEX",
                "flow": flow,
                "year": years["year"],
                "value_usd_m": years[column] / years["cad_per_usd"],
                "value_cad_m": years[column],
                "grade": "A",
                "publisher": PUBLISHER,
                "concept": "by_origin" if flow == "imports" else "by_destination",
                "derived_currency": "usd",
                "vintage": years["vintage"],
                "source": years["source"],
            }
        )
        for flow, column in FLOWS.items()
    ]
    return pd.concat(parts, ignore_index=True)


def _others(first_year: int) -> pd.DataFrame:
    """Mexico's years, and Canada's before its own months begin: US$ as published, C$ at the annual rate."""
    cells = recipe.read("goods_totals_wits")
    year = cells["year"].astype(int)
    cells = cells[(cells["reporter"] != "Canada") | (year < first_year)].reset_index(drop=True)
    cad = recipe.number(cells["value_cad_m_derived"])
    frame = pd.DataFrame(
        {
            "reporter": cells["reporter"].map(CODES),
            "partner": cells["partner"].map(CODES),
            "flow": cells["flow"] + "s",
            "year": cells["year"].astype(int),
            "value_usd_m": recipe.number(cells["value_usd_m"]),
            "value_cad_m": cad,
            "grade": cells["grade"],
            "publisher": cells["source"].map(PUBLISHERS),
            "derived_currency": cad.isna().map({True: "none", False: "cad"}),
            "vintage": recipe.vintage("goods_totals_wits"),
        }
    )
    frame["concept"] = [_concept(*key) for key in frame[["reporter", "flow", "year"]].itertuples(index=False)]
    rate = frame["derived_currency"].map({"none": "", "cad": ";exchange_rates_annual"})
    return frame.assign(source=frame["publisher"].map(SOURCES).fillna(QUOTED) + rate)


def rows() -> pd.DataFrame:
    """Shape: one row per reporter, flow and year; US$ m and C$ m.

    A year of Canada's that is not whole any more, since a month was withdrawn, is not there: no other figure stands in.
    """
    months = goods_with_mexico_monthly.rows()
    months = months.assign(year=pd.to_datetime(months["month"]).dt.year)
    return pd.concat([_others(months["year"].min()), _canada(months)], ignore_index=True)
