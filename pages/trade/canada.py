"""Canada's own customs by sector: month by month, and held against the OECD's tables."""

import queries
from pages.trade.months import LAST_MONTH
from ui import blocks, figure, numbers, words
from ui.charts import flows
from ui.filters import ALL, Years
from ui.language import current, text


def months(years: Years, chosen: list[str]) -> None:
    """Both flows of the chosen sectors by month, C$."""
    params = {**years.params, "sector": chosen}
    answer = queries.ask("trade_sector_months", **params)
    frame = answer.frame
    if frame.empty:
        return
    frame = frame.assign(month_name=[numbers.month(value) for value in frame["month"]])
    above, below = "imports_cad_m", "exports_cad_m"
    subtitle = text("trade.months.subtitle", unit=numbers.at_start(numbers.axis_unit("cad")))
    if frame["month"].iloc[-1].month < LAST_MONTH:
        subtitle += " " + text("trade.months.partial")
    headings = (words.heading("month"), words.heading(above), words.heading(below))
    figure.draw(
        key="sector-months",
        finding=text(
            "trade.sector_months.finding",
            months=numbers.months(frame["month"].iloc[0], frame["month"].iloc[-1]),
            sectors=text("filter.sector.all") if chosen == ALL else ", ".join(map(words.sector, chosen)),
        ),
        subtitle=subtitle,
        panels=[
            (
                flows.by_month(above, below, numbers.axis_unit("cad"), headings, current()),
                frame[["month", "month_name", above, below]],
            )
        ],
        answer=answer,
        columns=["month", above, below, "balance_cad_m", "domestic_exports_cad_m", "vintage"],
    )


def cross_check(chosen: list[str]) -> None:
    """The two lenses beside each other in a table, never on one axis: they count on different bases."""
    params = {"sector": chosen, "lang": current()}
    answer = queries.ask("sector_cross_check", **params)
    frame = answer.frame
    if frame.empty:
        return
    finding = text("trade.cross_check.finding", year=frame["year"].iloc[0])
    columns = [
        "year",
        "sector",
        "customs_imports_usd_m",
        "oecd_imports_usd_m",
        "customs_exports_usd_m",
        "oecd_exports_usd_m",
    ]
    blocks.show(blocks.render("finding", finding=finding, subtitle=text("trade.cross_check.subtitle")))
    figure.table(frame[columns], alt=finding)
    blocks.show(figure.sources(answer))
    figure.offer("cross-check", finding, answer, columns)
