"""Sectors between two years that the reader picks: what gained and what lost, both flows side by side."""

import pandas as pd

import queries
from ui import figure, filters, numbers, titles, words
from ui.charts import palette, slopes
from ui.language import current, text
from ui.remember import remembered

# Words closer than this share of the largest value would touch each other.
APART = 0.045
CURRENCIES = {"cimt": "cad"}


def draw(lens: str, year: int, sectors: tuple[str, ...]) -> None:
    """The slope from a year that the reader picks to the year shown; nothing where the lens has one year only."""
    known = queries.ask("trade_totals_by_lens", lens=lens).frame["year"]
    earlier = [str(one) for one in known if one < year]
    if not earlier:
        return
    before = filters.one("before", text("trade.slopes.before"), earlier, earlier[0], str, width=140)
    figure.draw(between(lens, int(before), year, sectors))


@remembered
def between(lens: str, first: int, second: int, sectors: tuple[str, ...]) -> figure.Figure:
    """Both flows as slopes, each in the hue of who sells."""
    params = {"first": first, "second": second, "sector": list(sectors), "lens": lens, "lang": current()}
    answer = queries.ask("sector_slopes", **params)
    money = CURRENCIES.get(lens, "usd")
    value = f"value_{money}_m"
    return figure.Figure(
        key="slopes",
        finding=_finding(answer.frame, lens, first, second),
        subtitle=text("trade.slopes.subtitle", unit=numbers.at_start(numbers.axis_unit(money))),
        panels=[_panel(answer.frame, flow, value, (first, second), lens) for flow in ("imports", "exports")],
        parts=(text("trade.imports"), text("trade.exports")),
        answer=answer,
        columns=["flow", "year", "sector_name", value, "change_since_pct", "rank", "grade"],
    )


def _finding(frame: pd.DataFrame, lens: str, first: int, second: int) -> str:
    """How the largest sector that Mexico sells changed."""
    bought = frame[(frame["flow"] == "imports") & frame["change_since_pct"].notna()]
    if bought.empty:
        return text("trade.slopes.none", first=first, last=second)
    top = bought.sort_values("rank").iloc[0]
    change = numbers.change(top["change_since_pct"])
    sector = titles.sector(top["sector"], lens)
    return text("trade.slopes.finding", sector=sector, change=change, first=first, last=second)


def _panel(frame: pd.DataFrame, flow: str, value: str, years: tuple[int, int], lens: str) -> figure.Panel:
    rows = frame[(frame["flow"] == flow) & frame[value].notna()]
    starts, ends = (rows[rows["year"] == year].set_index("sector")[value] for year in years)
    named = {side: _apart(values, rows[value].max()) for side, values in (("start", starts), ("end", ends))}
    billions = [numbers.decimal(amount / 1000, 1) for amount in rows[value]]
    plotted = rows.assign(
        code=rows["sector"],
        label=rows["sector_name"],
        shown=rows["sector"].isin(named["end"]),
        at_start=[n if code in named["start"] else "" for n, code in zip(billions, rows["sector"], strict=True)],
        at_end=[f"{n}  {titles.sector(code, lens)}" for n, code in zip(billions, rows["sector"], strict=True)],
    )
    name = text("trade.imports") if flow == "imports" else text("trade.exports")
    headings = (words.heading("year"), words.heading(value), words.heading("change_since_pct"))
    chart = slopes.between(value, years, palette.seller(flow), name, headings, current(), bool(plotted["shown"].all()))
    return chart, plotted[["year", "code", "label", value, "change_since_pct", "shown", "at_start", "at_end"]]


def _apart(values: pd.Series, greatest: float) -> set[str]:
    """The rows whose words have room, the largest first; `greatest` is the largest value of both years."""
    kept: dict[str, float] = {}
    room = APART * greatest
    for code, value in values.sort_values(ascending=False).items():
        if all(abs(value - other) >= room for other in kept.values()):
            kept[str(code)] = value
    return set(kept)
