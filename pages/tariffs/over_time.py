"""The rate over time, and what moved it."""

from datetime import date

import pandas as pd
import streamlit as st

import queries
from pages.tariffs import remarks
from pages.tariffs.choices import EVIDENCE_ENDS, MAIN, SHOWN, Scenario, idea_of
from ui import figure, numbers, page, words
from ui.charts import tariffs
from ui.language import current, text

LINES = 4
START = "2025-01-01"
END = "2027-03-31"
TOP_STEPS = 8
SHORT_DAYS = 14
ROOM_ABOVE = 1.15


def _programmes(codes: str) -> str:
    return words.value_of("programmes", codes) if codes else ""


def draw(scenario: Scenario, partner: str, countries: list[str], sectors: list[str], powers: list[str]) -> None:
    """The rate as steps since the eve of 2025, with what moved it for the country looked into."""
    shown = list(dict.fromkeys([partner, *MAIN, *([] if countries == SHOWN else countries)]))[:LINES]
    params = {"partner": shown, "sector": sectors, "authority": powers}
    answer = queries.ask("tariff_history", **params)
    frame = answer.frame
    if frame.empty:
        st.info(text("tariffs.answer.none"))
        return
    moves = queries.ask("tariff_steps", partner=partner, top=TOP_STEPS, sector=sectors, authority=powers).frame
    lasting = frame[(frame["days"].isna()) | (frame["days"] > SHORT_DAYS)]
    highest = float(f"{lasting['effective_rate_pct'].max() * ROOM_ABOVE:.3g}") or 1.0
    last_day = max(END, scenario.date)
    off = frame[frame["effective_rate_pct"] > highest].drop_duplicates("partner")
    ends = frame.groupby("partner").tail(1)
    plotted = words.named(frame.assign(date=frame["valid_from"], is_end=False), "partner")
    closing = words.named(ends.assign(date=pd.Timestamp(last_day), is_end=True), "partner")
    plotted = pd.concat([plotted, closing], ignore_index=True)
    moved = moves.set_index("valid_from")["programmes"] if len(moves) else pd.Series(dtype=str)
    is_focus = (plotted["partner"] == partner) & ~plotted["is_end"]
    plotted["moved"] = [
        _programmes(moved.get(day, "")) if own else "" for day, own in zip(plotted["date"], is_focus, strict=True)
    ]
    plotted["date_name"] = [numbers.day(day) for day in plotted["date"]]
    columns = ["partner", "partner_name", "date", "date_name", "effective_rate_pct", "moved", "is_end"]
    subtitle = text("tariffs.time.subtitle", end=numbers.day(date.fromisoformat(EVIDENCE_ENDS)))
    for row in off.to_dict("records"):
        subtitle += " " + text(
            "tariffs.time.off",
            country=words.country(row["partner"]),
            rate=numbers.percent(row["effective_rate_pct"], 1),
            first=numbers.day(row["valid_from"]),
            last=numbers.day(row["valid_to"]),
        )
    if not scenario.is_law():
        subtitle += " " + text("tariffs.time.law")
    subtitle += remarks.only(sectors, powers)
    own = frame[frame["partner"] == partner]
    on_day = own[own["valid_from"] <= pd.Timestamp(max(scenario.date, START))].iloc[-1]
    figure.draw(
        key="tariff-history",
        finding=text(
            "tariffs.time",
            country=words.country(partner),
            first=numbers.percent(own.iloc[0]["effective_rate_pct"], 1),
            rate=numbers.percent(on_day["effective_rate_pct"], 1),
            day=numbers.day(date.fromisoformat(scenario.date)),
        ),
        subtitle=subtitle,
        panels=[
            (
                tariffs.steps(
                    tuple((code, idea_of(code), words.country(code)) for code in shown),
                    (START, last_day),
                    scenario.date,
                    highest,
                    (words.heading("valid_from"), words.heading("partner"), words.heading("effective_rate_pct")),
                    text("tariffs.axis"),
                    current(),
                ),
                plotted[columns],
            )
        ],
        answer=answer,
        columns=[
            "partner", "valid_from", "valid_to", "days", "effective_rate_pct", "base_rate_pct", "duty_usd_m",
            "imports_usd_m"
        ],
    )  # fmt: skip
    page.points(
        text("tariffs.moves", country=words.country(partner)),
        [
            text(
                "tariffs.move",
                day=numbers.day(row["valid_from"]),
                change=f"{'+' if row['change_pp'] > 0 else ''}{numbers.decimal(row['change_pp'], 2)}",
                programmes=_programmes(row["programmes"]),
            )
            for row in moves.sort_values("valid_from").to_dict("records")
        ],
    )
