"""Sector figures of the trade page: one lens at a time."""

import pandas as pd
import streamlit as st

import queries
from pages.trade import canada
from queries import Answer
from ui import figure, filters, numbers, page, words
from ui.charts import bars, lines
from ui.language import current, text

LENSES = {
    "cimt": "cimt",
    "oecd": "icio_by_industry",
    "wiod": "wiod_by_industry",
    "caliendo_parro": "caliendo_parro_by_sector",
}


def draw(years: filters.Years, wanted: int, is_asked: bool, chosen: list[str]) -> None:
    """Both flows sector by sector under one lens; one sector chosen opens its industries.

    Where the wanted year is asked for and not in the lens, the nearest is shown, which is said.
    """
    lenses = list(queries.ask("sector_lenses").frame["lens"])
    lens = filters.one(
        "lens", text("trade.lens"), lenses, lenses[0], lambda code: words.code("lens", code), buttons=True
    )
    money = currency_of(lens)
    totals = queries.ask("trade_totals_by_lens", lens=lens, sector=chosen)
    year = filters.nearest_year(queries.ask("trade_totals_by_lens", lens=lens).frame["year"], wanted)
    params = {"from": year, "to": year, "sector": chosen, "lens": lens}
    answer = queries.ask("trade_by_sector", **params)
    frame = answer.frame
    named = words.code("lens", lens)
    missed = is_asked and year != wanted
    badge = text("trade.lens.badge", lens=named, year=year)
    page.badge(text("trade.lens.other", lens=named, wanted=wanted, year=year) if missed else badge)
    if frame.empty:
        st.info(words.literal(text("trade.sectors.none")))
        return
    frame = frame.assign(label=frame[f"sector_name_{current()}"])
    figure.draw(
        key="sectors",
        finding=_sector_finding(frame, year, chosen, money),
        subtitle=_subtitle(lens) + ("" if "cimt" in lenses else f" {text('trade.sectors.no_canada')}"),
        panels=[_both_ways(frame, "sector", money)],
        answer=answer,
        columns=[
            "lens",
            "year",
            "sector",
            *_values(money),
            "imports_share_pct",
            "exports_share_pct",
            "grade",
        ],
        pick=("sector", "sector"),
    )
    if len(frame) == 1:
        _industries(params)
    if chosen != filters.ALL:
        _sector_years(totals, lens, chosen)
    if lens == "cimt":
        canada.months(years, chosen)
        canada.cross_check(chosen)


def currency_of(lens: str) -> str:
    """The currency a lens is recorded in: Canada's customs in C$, the others in US$."""
    return "cad" if lens == "cimt" else "usd"


def _values(money: str) -> list[str]:
    return [f"imports_{money}_m", f"exports_{money}_m", f"balance_{money}_m"]


def _sector_finding(frame: pd.DataFrame, year: int, chosen: list[str], money: str) -> str:
    """The largest seller of all goods, the largest of those chosen, or both ways of the one chosen."""
    first = frame.iloc[0]
    values = {"year": year, "sector": first["label"], "value": numbers.money(first[f"imports_{money}_m"], money)}
    if chosen == filters.ALL:
        return text("trade.sectors.finding", **values)
    if len(frame) == 1:
        return text("trade.sectors.one", back=numbers.money(first[f"exports_{money}_m"], money), **values)
    return text("trade.sectors.chosen", **values)


def _basis(lens: str) -> str:
    return text(f"trade.basis.{lens}")


def _unit(lens: str) -> str:
    return numbers.at_start(numbers.axis_unit(currency_of(lens)))


def _subtitle(lens: str) -> str:
    return text("trade.sectors.subtitle", basis=_basis(lens), unit=_unit(lens))


def _both_ways(frame: pd.DataFrame, code: str, money: str) -> figure.Panel:
    """Sold to the left, bought to the right, one row a code."""
    sold, bought = f"exports_{money}_m", f"imports_{money}_m"
    headings = (words.heading(sold), words.heading(bought))
    chart = bars.paired(sold, bought, code, headings, numbers.axis_unit(money), len(frame), current())
    return chart, frame[[code, "label", bought, sold]]


def _industries(params: dict) -> None:
    answer = queries.ask("trade_by_industry", **params)
    frame = answer.frame
    if len(frame) < 2:
        return
    frame = frame.assign(label=frame[f"industry_name_{current()}"])
    figure.draw(
        key="industries",
        finding=text("trade.industries.finding", sector=words.sector(params["sector"][0]), year=params["from"]),
        subtitle=_subtitle(params["lens"]),
        panels=[_both_ways(frame, "industry", currency_of(params["lens"]))],
        answer=answer,
        columns=[
            "lens",
            "year",
            "industry",
            f"industry_name_{current()}",
            *_values(currency_of(params["lens"])),
            "grade",
        ],
    )


def _sector_years(answer: Answer, lens: str, chosen: list[str]) -> None:
    totals = answer.frame
    if len(totals) < 2:
        return
    span = (int(totals["year"].min()), int(totals["year"].max()))
    money = currency_of(lens)
    imports, exports, balance = _values(money)
    figure.draw(
        key="sector-years",
        finding=text(
            "trade.sector_years.finding",
            years=numbers.years(*span),
            sectors=text("filter.sector.all") if chosen == filters.ALL else ", ".join(map(words.sector, chosen)),
        ),
        subtitle=f"{_unit(lens)}, {_basis(lens)}.",
        panels=[
            (
                lines.over_years(
                    ((imports, "MEX", text("trade.imports")), (exports, "CAN", text("trade.exports"))),
                    numbers.axis_unit(money),
                    True,
                    words.heading("year"),
                    span,
                    current(),
                    tip_unit=f" ({words.unit(imports)})",
                ),
                totals[["year", imports, exports]],
            )
        ],
        answer=answer,
        columns=["lens", "year", imports, exports, balance, "grade"],
    )
