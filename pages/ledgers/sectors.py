"""One flow by sector, in both books."""

import queries
from pages.ledgers.choices import direction
from ui import figure, filters, numbers, page, words
from ui.charts import bars
from ui.filters import Years
from ui.language import current, text

SECTOR_SOURCES = ["icio_by_industry", "comtrade_mexico_hs2"]


def draw(years: Years, chosen: list[str]) -> None:
    """One flow by sector: the OECD's reconciled figure beside Mexico's own record, with how sure the ratio is."""
    flow = direction()
    known_years = queries.ask("ledger_sector_years", flow=flow).frame["year"]
    year = filters.nearest_year(known_years, years.last)
    params = {"year": year, "flow": flow, "sector": chosen}
    answer = queries.ask("ledger_sectors", **params)
    frame = words.named(answer.frame, "sector")
    known = frame[frame["sure"] == "high"].sort_values("ratio")
    plotted = frame.assign(label=frame["sector_name"]).fillna({"oecd_usd_m": 0, "mexico_record_usd_m": 0})
    if len(known):
        row = known.iloc[-1]
        finding = text("ledgers.sectors", sector=row["sector_name"], ratio=numbers.decimal(row["ratio"], 1), year=year)
    else:
        finding = text("ledgers.sectors.unsure", year=year)
    page.badge(text("ledgers.sectors.badge"))
    figure.draw(
        key="ledger-sectors",
        finding=finding,
        subtitle=text("ledgers.sectors.subtitle", years=numbers.years(known_years.min(), known_years.max())),
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
                    ideas=("other", "MEX"),
                ),
                plotted[["sector", "label", "oecd_usd_m", "mexico_record_usd_m"]],
            )
        ],
        answer=answer,
        columns=["year", "flow", "sector", "oecd_usd_m", "mexico_record_usd_m", "ratio", "sure"],
    )
