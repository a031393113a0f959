"""Positions by year."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

import queries
from data.frames import records
from pages.investment import measured, quotes, share
from ui import figure, marks, numbers, words
from ui.charts import year_bars
from ui.filters import Years
from ui.language import current, text
from ui.measures import CURRENT, Measure
from ui.remember import remembered

# Newest first, as the legend lists them.
STYLES = {"statcan_table": "solid", "statcan_table_2021": "light", "statcan_daily": "light", "quoted": "hollow"}
BILLION = 1000
STRENGTHS = {"solid": 1.0, "light": 0.4}


def draw(years: Years, direction: str, measure: Measure) -> None:
    """One direction or both, what others say beside the Canadian position."""
    if measure.code != CURRENT:
        for each in ("outward", "inward") if direction == "both" else (direction,):
            measured.draw(years, each, measure)
        return
    if direction != "inward":
        figure.draw(picture(years, "outward"))
        quotes.draw(years)
        if shares := share.picture(years):
            figure.draw(shares)
    if direction != "outward":
        figure.draw(picture(years, "inward"))


@remembered
def picture(years: Years, direction: str) -> figure.Figure | str:
    """Positions by year in the newest vintage of each, the breaks between marked; older vintages as ticks."""
    params = {**years.params, "direction": direction, "vintages": "all"}
    answer = queries.ask("direct_investment", **params)
    newest = answer.frame[answer.frame["is_newest"]]
    known = newest[newest["position_cad_m"].notna()]
    if known.empty:
        return text(
            "empty.years", what=words.code("direction", direction), years=numbers.years(years.first, years.last)
        )
    press = quotes.press(years) if direction == "outward" else pd.DataFrame()
    drawn = pd.concat([_plotted(answer.frame), press])
    idea = "CAN" if direction == "outward" else "MEX"
    first = max(years.first, int(newest["year"].min()))
    marked = marks.by_year("investment", first, years.last)
    return figure.Figure(
        key=f"positions-{direction}",
        finding=_finding(known, direction),
        subtitle=_how_drawn(answer.frame, known, len(press) > 0),
        legend=_legend(known, idea),
        panels=[(year_bars.by_year(
            "position_cad_m",
            idea,
            numbers.axis_unit("cad"),
            True,
            (words.heading("year"), words.heading("position_cad_m")),
            (first, years.last),
            year_bars.styles(drawn),
            current(),
            _breaks(known),
            text("investment.break"),
            marked.marks,
        ), drawn)],
        answer=answer,
        columns=[
            "year", "direction", "position_cad_m", "world_position_cad_m", "share_pct", "change_pct", "rank",
            "suppressed", "series", "is_newest", "vintage", "grade",
        ],
        beside=marked.answers,
    )  # fmt: skip


def _plotted(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows as marks: how each is drawn, what the pointer says of it, and its value as it stands on the bar."""
    styles = frame["series"].map(STYLES).where(frame["is_newest"], "older")
    styles = styles.where(frame["position_cad_m"].notna(), "withheld")
    named = [
        text("investment.vintage", series=words.code("series", row["series"]), **_papers(row)) for row in records(frame)
    ]
    written = [
        numbers.decimal(value / 1000, 1 if abs(value) >= BILLION else 2) if is_newest and pd.notna(value) else ""
        for value, is_newest in zip(frame["position_cad_m"], frame["is_newest"], strict=True)
    ]
    drawn = frame.assign(style=styles, series_name=named, written=written)
    return drawn[["year", "position_cad_m", "style", "series_name", "written"]]


def _papers(row: Mapping[str, Any]) -> dict[str, str]:
    return {"vintage": row["vintage"], "grade": row["grade"]}


def _finding(known: pd.DataFrame, direction: str) -> str:
    """The last official position, or the quoted one where there is no other."""
    official = known[known["series"] != "quoted"]
    last = (official if len(official) else known).iloc[-1]
    values = {"year": last["year"], "value": numbers.drawn(last["position_cad_m"])}
    if direction == "inward":
        return text("investment.inward.finding", **values)
    return (
        text("investment.outward.quoted", **values) if official.empty else text("investment.outward.finding", **values)
    )


def _breaks(known: pd.DataFrame) -> tuple[int, ...]:
    """The years in which another published series begins than the year before had."""
    official = known[known["series"] != "quoted"]
    is_other = official["series"].ne(official["series"].shift()) & official["series"].shift().notna()
    return tuple(int(year) for year in official.loc[is_other, "year"])


def _legend(known: pd.DataFrame, idea: str) -> list[tuple[str, str, float]]:
    """Which vintage the bars are of, where there are two."""
    official = known[known["series"] != "quoted"].drop_duplicates("series", keep="last").iloc[::-1]
    return [
        (text("investment.bars", **_papers(row)), idea, STRENGTHS[STYLES[row["series"]]]) for row in records(official)
    ]


def _how_drawn(frame: pd.DataFrame, known: pd.DataFrame, has_press: bool) -> str:
    """What the bars and marks are and which years they cover, as far as it holds for the rows shown."""
    parts = [text("investment.table")]
    parts += [text("investment.with_older")] if (~frame["is_newest"]).any() else []
    parts += [text("investment.with_withheld")] if frame["position_cad_m"].isna().any() else []
    parts += [text("investment.with_quoted")] if (known["series"] == "quoted").any() else []
    parts += [text("investment.with_press")] if has_press else []
    parts.append(text("investment.at_hand", years=numbers.years(known["year"].min(), known["year"].max())))
    return " ".join(parts)
