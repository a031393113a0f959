"""Positions by year."""

import pandas as pd
import streamlit as st

import queries
from pages.investment import quotes
from ui import figure, numbers, words
from ui.charts import bars
from ui.filters import Years
from ui.language import current, text

STYLES = {"statcan_table": "solid", "statcan_daily": "light", "quoted": "hollow"}


def draw(years: Years, direction: str) -> None:
    """One direction or both, what others say beside the Canadian position."""
    if direction != "inward":
        _positions(years, "outward")
        quotes.draw(years)
    if direction != "outward":
        _positions(years, "inward")


def _positions(years: Years, direction: str) -> None:
    """Positions by year; other vintages lighter, quoted figures hollow, years without a figure left empty."""
    params = {**years.params, "direction": direction}
    answer = queries.ask("direct_investment", **params)
    frame = answer.frame
    known = frame[frame["position_cad_m"].notna()]
    official = known[known["series"] != "quoted"]
    if known.empty:
        st.info(
            words.literal(
                text(
                    "empty.years", what=words.code("direction", direction), years=numbers.years(years.first, years.last)
                )
            )
        )
        return
    plotted = frame.assign(
        style=frame["series"].map(STYLES),
        series_name=[words.code("series", s) for s in frame["series"]],
        written=[numbers.decimal(value / 1000, 1) if pd.notna(value) else "" for value in frame["position_cad_m"]],
    )[["year", "position_cad_m", "style", "series_name", "written"]]
    if direction == "outward":
        plotted = pd.concat([plotted, quotes.press(years)])
    last = (official if len(official) else known).iloc[-1]
    values = {"year": last["year"], "value": numbers.money(last["position_cad_m"])}
    idea = "CAN" if direction == "outward" else "MEX"
    if direction == "outward":
        finding = text("investment.outward.finding", **values)
        if official.empty:
            finding = text("investment.outward.quoted", **values)
    else:
        finding = text("investment.inward.finding", **values)
    subtitle = _how_drawn(known, direction == "outward")
    figure.draw(
        key=f"positions-{direction}",
        finding=finding,
        subtitle=subtitle,
        panels=[(bars.by_year(
            "position_cad_m",
            idea,
            numbers.axis_unit("cad"),
            True,
            (words.heading("year"), words.heading("position_cad_m")),
                    (max(years.first, int(frame["year"].min())), years.last),
            current(),
        ), plotted)],
        answer=answer,
        columns=[
            "year", "direction", "position_cad_m", "world_position_cad_m", "share_pct", "change_pct", "rank",
            "suppressed", "series", "vintage", "grade",
        ],
    )  # fmt: skip


def _how_drawn(known: pd.DataFrame, has_press: bool) -> str:
    """What the bars are and which years they cover, as far as it holds for the rows shown."""
    drawn = set(known["series"])
    parts = [text("investment.table")]
    parts += [text("investment.with_daily")] if "statcan_daily" in drawn else []
    parts += [text("investment.with_quoted")] if "quoted" in drawn else []
    parts += [text("investment.with_press")] if has_press else []
    parts.append(text("investment.at_hand", years=numbers.years(known["year"].min(), known["year"].max())))
    return " ".join(parts)
