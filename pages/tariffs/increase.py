"""Which goods Mexico raised in January 2026 for partners without an agreement, and what it means for Canada."""

from typing import Any

import queries
from data.frames import records
from pages.tariffs.choices import Choices
from pages.tariffs.remarks import unfiltered
from ui import figure, numbers, page, titles, words
from ui.charts import bars
from ui.language import current, text
from ui.remember import remembered

YEAR = 2020
LINES = 10


def draw(chosen: Choices) -> None:
    """What Mexico buys from Canada under the codes it raised, by group; then the largest lines."""
    figure.draw(_groups(chosen.is_filtered()))
    page.points(
        text("tariffs.increase.means"),
        [text("tariffs.increase.exempt"), text("tariffs.increase.rivals"), text("tariffs.increase.inputs")],
    )
    figure.draw(_lines())


@remembered
def _groups(is_filtered: bool) -> figure.Figure:
    answer = queries.ask("mexico_increase", year=YEAR)
    frame = words.named(answer.frame, "increase_group")
    first = frame.iloc[0]
    known = frame.dropna(subset=["imports_usd_m"])
    plotted = known.assign(
        row=known["increase_group"],
        label=[text("label.value", label=row["increase_group_name"], value=_rate(row)) for row in records(known)],
        idea="CAN",
    )[["row", "label", "idea", "imports_usd_m"]]
    subtitle = text("tariffs.increase.subtitle", year=YEAR, share=numbers.percent(first["all_groups_share_pct"]))
    without = frame.loc[frame["imports_usd_m"].isna(), "increase_group_name"]
    if len(without):
        subtitle += " " + text("tariffs.increase.missing", groups="; ".join(without))
    return figure.Figure(
        key="tariff-increase",
        finding=text("tariffs.increase", value=numbers.billions(first["all_groups_usd_m"], "usd")),
        subtitle=unfiltered(subtitle, is_filtered),
        panels=[(bars.ranked("imports_usd_m", "row", ",.0f", len(plotted), current()), plotted)],
        answer=answer,
        columns=[
            "increase_group",
            "rate_low_pct",
            "rate_high_pct",
            "tariff_items",
            "imports_usd_m",
            "share_pct",
            "year",
        ],
    )


def _rate(row: dict[str, Any]) -> str:
    if numbers.missing(row["rate_high_pct"]):
        return text("tariffs.increase.no_rate")
    low, high = numbers.percent(row["rate_low_pct"]), numbers.percent(row["rate_high_pct"])
    return high if low == high else text("tariffs.surtaxes.rates", low=low, high=high)


@remembered
def _lines() -> figure.Figure:
    answer = queries.ask("mexico_increase_lines", year=YEAR, top=LINES, lang=current())
    frame = answer.frame
    code = frame["hs_code"]
    plotted = frame.assign(
        row=code,
        label=frame["name"] + " (" + code.str[:4] + "." + code.str[4:6] + "." + code.str[6:] + ")",
        idea="CAN",
    )[["row", "label", "idea", "value_usd_m"]]
    return figure.Figure(
        key="tariff-increase-lines",
        finding=text("tariffs.increase.lines", name=titles.brief(frame.iloc[0]["name"])),
        subtitle=text("tariffs.increase.lines.subtitle", year=YEAR),
        panels=[(bars.ranked("value_usd_m", "row", ",.0f", len(plotted), current()), plotted)],
        answer=answer,
    )
