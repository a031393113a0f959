"""Sector figures of the trade page: one lens at a time."""

import pandas as pd
import streamlit as st

import queries
from ui import figure, filters, numbers, page, words
from ui.charts import bars, lines
from ui.language import current, text

LENSES = {"oecd": "icio_by_industry", "wiod": "wiod_by_industry", "caliendo_parro": "caliendo_parro_by_sector"}


def sectors(wanted: int, is_picked: bool, chosen: list[str]) -> None:
    """Both flows sector by sector under one lens; one sector chosen opens its industries."""
    lens = filters.one(
        "lens", text("trade.lens"), list(LENSES), "oecd", lambda code: words.code("lens", code), buttons=True
    )
    totals = queries.run("trade_totals_by_lens", lens=lens, sectors=chosen)
    year = _year_at_hand(queries.run("trade_totals_by_lens", lens=lens), wanted)
    params = {"first_year": year, "last_year": year, "sectors": chosen, "lens": lens}
    frame = queries.run("trade_by_sector", **params)
    named = words.code("lens", lens)
    missed = is_picked and year != wanted
    badge = text("trade.lens.badge", lens=named, year=year)
    page.badge(text("trade.lens.other", lens=named, wanted=wanted, year=year) if missed else badge)
    if frame.empty:
        st.info(words.literal(text("trade.sectors.none")))
        return
    frame = frame.assign(label=frame[f"sector_name_{current()}"])
    figure.draw(
        key="sectors",
        finding=_sector_finding(frame, year, chosen),
        subtitle=text("trade.sectors.subtitle", basis=_basis(lens)),
        panels=[_both_ways(frame, "sector")],
        rows=figure.Rows(
            frame,
            [
                "lens",
                "year",
                "sector",
                "imports_usd_m",
                "exports_usd_m",
                "balance_usd_m",
                "imports_share_pct",
                "exports_share_pct",
                "grade",
            ],
            "trade_by_sector",
            ["goods_by_sector"],
            params,
            [LENSES[lens]],
        ),
        pick=("sector", "sector"),
    )
    if len(frame) == 1:
        _industries(params)
    if chosen != filters.ALL:
        _sector_years(totals, lens, chosen)


def _sector_finding(frame: pd.DataFrame, year: int, chosen: list[str]) -> str:
    """The largest seller of all goods, the largest of those chosen, or both ways of the one chosen."""
    first = frame.iloc[0]
    values = {"year": year, "sector": first["label"], "value": numbers.money(first["imports_usd_m"], "usd")}
    if chosen == filters.ALL:
        return text("trade.sectors.finding", **values)
    if len(frame) == 1:
        return text("trade.sectors.one", back=numbers.money(first["exports_usd_m"], "usd"), **values)
    return text("trade.sectors.chosen", **values)


def _basis(lens: str) -> str:
    basis = {
        "oecd": text("trade.basis.oecd"),
        "wiod": text("trade.basis.wiod"),
        "caliendo_parro": text("trade.basis.caliendo_parro"),
    }
    return basis[lens]


def _both_ways(frame: pd.DataFrame, code: str) -> figure.Panel:
    """Sold to the left, bought to the right, one row a code."""
    sold, bought = "exports_usd_m", "imports_usd_m"
    headings = (words.heading(sold), words.heading(bought))
    chart = bars.paired(sold, bought, code, headings, numbers.axis_unit("usd"), len(frame), current())
    return chart, frame[[code, "label", bought, sold]]


def _industries(params: dict) -> None:
    frame = queries.run("trade_by_industry", **params)
    if len(frame) < 2:
        return
    frame = frame.assign(label=frame[f"industry_name_{current()}"])
    figure.draw(
        key="industries",
        finding=text("trade.industries.finding", sector=words.sector(params["sectors"][0]), year=params["first_year"]),
        subtitle=text("trade.sectors.subtitle", basis=_basis(params["lens"])),
        panels=[_both_ways(frame, "industry")],
        rows=figure.Rows(
            frame,
            [
                "lens",
                "year",
                "industry",
                f"industry_name_{current()}",
                "imports_usd_m",
                "exports_usd_m",
                "balance_usd_m",
                "grade",
            ],
            "trade_by_industry",
            ["goods_by_sector"],
            params,
            [LENSES[params["lens"]]],
        ),
    )


def _sector_years(totals: pd.DataFrame, lens: str, chosen: list[str]) -> None:
    if len(totals) < 2:
        return
    span = (int(totals["year"].min()), int(totals["year"].max()))
    figure.draw(
        key="sector-years",
        finding=text(
            "trade.sector_years.finding",
            years=numbers.years(*span),
            sectors=text("filter.sector.all") if chosen == filters.ALL else ", ".join(map(words.sector, chosen)),
        ),
        subtitle=text("trade.sector_years.subtitle", basis=_basis(lens)),
        panels=[
            (
                lines.over_years(
                    (("imports_usd_m", "MEX", text("trade.imports")), ("exports_usd_m", "CAN", text("trade.exports"))),
                    numbers.axis_unit("usd"),
                    True,
                    words.heading("year"),
                    span,
                    current(),
                    tip_unit=f" ({words.unit('imports_usd_m')})",
                ),
                totals[["year", "imports_usd_m", "exports_usd_m"]],
            )
        ],
        rows=figure.Rows(
            totals,
            ["lens", "year", "imports_usd_m", "exports_usd_m", "balance_usd_m", "grade"],
            "trade_totals_by_lens",
            ["goods_by_sector"],
            {"lens": lens, "sectors": chosen},
            [LENSES[lens]],
        ),
    )


def _year_at_hand(frame: pd.DataFrame, wanted: int) -> int:
    """The wanted year where the rows have it, else the nearest one they have."""
    years = frame["year"].unique()
    return int(min(years, key=lambda year: (abs(int(year) - wanted), -int(year))))
