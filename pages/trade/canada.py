"""Canada's own customs by sector: month by month, and held against the OECD's tables."""

import queries
from pages.trade import monthly
from pages.trade.years import flow_names
from ui import blocks, figure, marks, numbers, sources, words
from ui.charts import flows, lines
from ui.filters import ALL, Years
from ui.language import current, text
from ui.remember import remembered

SHOWN = {
    "months": ("imports_cad_m", "exports_cad_m", "balance_cad_m"),
    "change": ("imports_change_pct", "exports_change_pct"),
    "twelve": ("imports_12_months_cad_m", "exports_12_months_cad_m", "balance_12_months_cad_m"),
}


@remembered
def months(years: Years, chosen: tuple[str, ...], shown: str) -> figure.Figure | None:
    """Both flows of the chosen sectors, C$: each month, its change on a year before, or the twelve up to it."""
    answer = queries.ask("trade_sector_months", **{**years.params, "sector": list(chosen)})
    drawn = SHOWN[shown]
    frame = monthly.with_names(answer.frame.dropna(subset=list(drawn)))
    if frame.empty:
        return None
    marked = marks.by_day("trade", frame["month"].iloc[0], frame["month"].iloc[-1])
    unit = numbers.axis_unit("cad")
    if shown == "change":
        named = tuple(zip(drawn, ("MEX", "CAN"), flow_names(), strict=True))
        chart = lines.both_over_months(named, "%", "+,.1f", words.heading("month"), current(), marked.marks)
    else:
        chart = flows.by_month(drawn, unit, monthly.headings(drawn), flow_names(), current(), marked.marks)
    return figure.Figure(
        key="sector-months",
        finding=text(
            "trade.sector_months.finding",
            months=numbers.months(frame["month"].iloc[0], frame["month"].iloc[-1]),
            sectors=text("filter.sector.all") if list(chosen) == ALL else "; ".join(map(words.sector, chosen)),
        ),
        subtitle=monthly.subtitle(frame, shown, numbers.at_start(unit)),
        panels=[(chart, frame[["month", "month_name", *drawn]])],
        answer=answer,
        columns=["month", *drawn, "domestic_exports_cad_m", "vintage"],
        beside=marked.answers,
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
    blocks.show(sources.paragraph(answer))
    figure.offer("cross-check", finding, answer, columns)
