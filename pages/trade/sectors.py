"""Sector figures of the trade page: one lens at a time."""

from typing import Any

import pandas as pd

import queries
from pages.trade import canada, monthly, slopes
from pages.trade.choices import Choices
from pages.trade.choices import lens as choose_lens
from ui import figure, filters, numbers, page, titles, words
from ui.charts import bars
from ui.language import count, current, text
from ui.remember import remembered

LENSES = {
    "cimt": "cimt",
    "oecd": "icio_by_industry",
    "wiod": "wiod_by_industry",
    "caliendo_parro": "caliendo_parro_by_sector",
}


def draw(choices: Choices) -> None:
    """Both flows sector by sector under one lens; one sector chosen opens its industries.

    Where the wanted year is asked for and not in the lens, the nearest is shown, which is said.
    """
    chosen, wanted = choices.sectors, choices.shown_year()
    lens = choices.lens or choose_lens()
    year = filters.nearest_year(queries.ask("trade_totals_by_lens", lens=lens).frame["year"], wanted)
    named = words.code("lens", lens)
    missed = choices.is_year_asked() and year != wanted
    badge = text("trade.lens.badge", lens=named, year=year)
    page.badge(text("trade.lens.other", lens=named, wanted=wanted, year=year) if missed else badge)
    made = by_sector(lens, year, chosen)
    if isinstance(made, figure.Figure):
        slopes.draw(lens, year, chosen)
    figure.draw(made)
    if isinstance(made, str):
        return
    if industries := by_industry(lens, year, chosen):
        figure.draw(industries)
    if lens == "cimt":
        if by_month := canada.months(choices.years, chosen, monthly.shown(list(canada.SHOWN))):
            figure.draw(by_month)
        canada.cross_check(list(chosen))


@remembered
def by_sector(lens: str, year: int, chosen: tuple[str, ...]) -> figure.Figure | str:
    """Both ways, a row a sector."""
    answer = queries.ask("trade_by_sector", **_params(lens, year, chosen))
    frame = answer.frame
    if frame.empty:
        return text("trade.sectors.none")
    money, lenses = currency_of(lens), list(queries.ask("sector_lenses").frame["lens"])
    frame = frame.assign(label=frame["sector_name"])
    return figure.Figure(
        key="sectors",
        finding=_sector_finding(frame, year, list(chosen), money),
        subtitle=_subtitle(lens) + ("" if "cimt" in lenses else f"\n{text('trade.sectors.no_canada')}"),
        panels=[_both_ways(frame, "sector", money)],
        answer=answer,
        columns=[
            "lens",
            "year",
            "sector_name",
            *values(money),
            "imports_share_pct",
            "exports_share_pct",
            "grade",
        ],
        pick=("sector", "sector"),
    )


def _params(lens: str, year: int, chosen: tuple[str, ...]) -> dict[str, Any]:
    return {"from": year, "to": year, "sector": list(chosen), "lens": lens, "lang": current()}


def currency_of(lens: str) -> str:
    """The currency a lens is recorded in: Canada's customs in C$, the others in US$."""
    return "cad" if lens == "cimt" else "usd"


def values(money: str) -> list[str]:
    """The columns of both flows and the balance in a currency."""
    return [f"imports_{money}_m", f"exports_{money}_m", f"balance_{money}_m"]


def _sector_finding(frame: pd.DataFrame, year: int, chosen: list[str], money: str) -> str:
    """The widest gap of all sectors, the largest seller of those chosen, or both ways of the one chosen."""
    if chosen == filters.ALL:
        widest, gap = _widest_gap(frame, money)
        return text(
            "trade.sectors.finding", sector=titles.sector(widest["sector"], widest["lens"]), value=gap, year=year
        )
    first = frame.iloc[0]
    sector = titles.sector(first["sector"], first["lens"])
    values = {"year": year, "sector": sector, "value": numbers.drawn(first[f"imports_{money}_m"], money)}
    if len(frame) == 1:
        back = numbers.drawn(first[f"exports_{money}_m"], money)
        return titles.fitting(
            text("trade.sectors.one", back=back, **values),
            count("trade.sector_years.chosen", 1, year=year, imports=values["value"], exports=back),
        )
    return text("trade.sectors.chosen", **values)


def _widest_gap(frame: pd.DataFrame, money: str) -> tuple[pd.Series, str]:
    """The row whose flows are furthest apart, whoever sells more, and by how much, in words."""
    widest = frame.loc[frame[f"balance_{money}_m"].abs().idxmax()]
    return widest, numbers.drawn(abs(widest[f"balance_{money}_m"]), money)


def _industry_finding(frame: pd.DataFrame, year: int, money: str) -> str:
    """The widest gap of the industries of one sector."""
    widest, gap = _widest_gap(frame, money)
    values = {"value": gap, "year": year}
    industry = titles.brief(widest["industry_name"])
    return titles.fitting(
        text("trade.industries.finding", industry=industry, **values),
        text("trade.industries.finding.short", industry=industry, **values),
        text("trade.industries.finding.none", **values),
    )


def basis(lens: str) -> str:
    """On what basis a lens counts."""
    return text(f"trade.basis.{lens}")


def _unit(lens: str) -> str:
    return numbers.at_start(numbers.axis_unit(currency_of(lens)))


def _subtitle(lens: str) -> str:
    return text("trade.sectors.subtitle", basis=basis(lens), unit=_unit(lens))


def _both_ways(frame: pd.DataFrame, code: str, money: str) -> figure.Panel:
    """Sold to the left, bought to the right, one row a code."""
    sold, bought = f"exports_{money}_m", f"imports_{money}_m"
    headings = (words.heading(sold), words.heading(bought))
    sides = (text("trade.exports"), text("trade.imports"))
    chart = bars.paired(sold, bought, code, headings, numbers.axis_unit(money), len(frame), current(), sides)
    return chart, frame[[code, "label", bought, sold]]


@remembered
def by_industry(lens: str, year: int, chosen: tuple[str, ...]) -> figure.Figure | None:
    """The industries of one sector, where it has several."""
    sectors = queries.ask("trade_by_sector", **_params(lens, year, chosen)).frame
    answer = queries.ask("trade_by_industry", **_params(lens, year, chosen))
    frame = answer.frame
    if len(sectors) != 1 or len(frame) < 2:
        return None
    frame = frame.assign(label=frame["industry_name"])
    return figure.Figure(
        key="industries",
        finding=_industry_finding(frame, year, currency_of(lens)),
        subtitle=_subtitle(lens),
        panels=[_both_ways(frame, "industry", currency_of(lens))],
        answer=answer,
        columns=[
            "lens",
            "year",
            "industry",
            "industry_name",
            *values(currency_of(lens)),
            "grade",
        ],
    )
