"""One flow by sector, in both books."""

import pandas as pd

import queries
from pages.ledgers.choices import direction, own_currency
from ui import figure, filters, numbers, page, titles, words
from ui.charts import bars, palette
from ui.filters import Years
from ui.language import current, text
from ui.remember import remembered


def draw(years: Years, chosen: list[str], currency: str) -> None:
    """One flow by sector in the year nearest to the last one chosen."""
    flow = direction()
    page.badge(text("ledgers.sectors.badge"))
    figure.draw(both(years.last, flow, tuple(chosen), currency))


@remembered
def both(wanted: int, flow: str, chosen: tuple[str, ...], currency: str) -> figure.Figure:
    """The OECD's reconciled figure beside Mexico's own record, with how sure the ratio is."""
    known_years = queries.ask("ledger_sector_years", flow=flow).frame["year"]
    year = filters.nearest_year(known_years, wanted)
    params = {"year": year, "flow": flow, "sector": list(chosen)}
    answer = queries.ask("ledger_sectors", **params)
    frame = words.named(answer.frame, "sector")
    sure = frame.dropna(subset=["width_rank"])
    plotted = frame.assign(label=frame["sector_name"]).fillna({"oecd_usd_m": 0, "mexico_record_usd_m": 0})
    return figure.Figure(
        key="ledger-sectors",
        finding=_finding(sure, year),
        subtitle=text("ledgers.sectors.subtitle", years=numbers.years(known_years.min(), known_years.max()))
        + (" " + text("ledgers.sectors.widest", n=len(sure)) if len(sure) > 1 else "")
        + own_currency(currency, "usd"),
        panels=[
            (
                bars.paired(
                    "oecd_usd_m",
                    "mexico_record_usd_m",
                    "sector",
                    (words.heading("oecd_usd_m"), words.heading("mexico_record_usd_m")),
                    numbers.axis_unit("usd"),
                    len(plotted),
                    current(),
                    (text("ledgers.sectors.oecd"), text("ledgers.book.mexico")),
                    ideas=("other", palette.seller(flow)),
                ),
                plotted[["sector", "label", "oecd_usd_m", "mexico_record_usd_m"]],
            )
        ],
        answer=answer,
        columns=["year", "flow", "sector", "oecd_usd_m", "mexico_record_usd_m", "ratio", "sure"],
    )


def _finding(sure: pd.DataFrame, year: int) -> str:
    """The sure ratio that is farthest from one in either direction."""
    if sure.empty:
        return text("ledgers.sectors.unsure", year=year)
    row = sure.sort_values("width_rank").iloc[0]
    return text(
        "ledgers.sectors", sector=titles.sector(row["sector"]), ratio=numbers.decimal(row["ratio"], 2), year=year
    )
