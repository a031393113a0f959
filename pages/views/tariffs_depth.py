"""Further figures of the tariff page: the rate over time, and its sectors."""

from datetime import date

import pandas as pd
import streamlit as st

import queries
from pages.views import tariffs_remarks
from pages.views.tariffs_choices import EVIDENCE_ENDS, MAIN, SHOWN, Scenario
from ui import figure, filters, numbers, page, words
from ui.charts import tariffs
from ui.language import current, text

LINES = 4
START = "2025-01-01"
END = "2027-03-31"
TOP_STEPS = 8
SHORT_DAYS = 14
ROOM_ABOVE = 1.15


def idea_of(code: str) -> str:
    """The hue of a country: its own for Canada and Mexico, grey for the others."""
    return code if code in MAIN else "other"


def _programmes(codes: str) -> str:
    return words.value_of("programmes", codes) if codes else ""


def over_time(scenario: Scenario, partner: str, countries: list[str], sectors: list[str], powers: list[str]) -> None:
    """The rate as steps since the eve of 2025, with what moved it for the country looked into."""
    shown = list(dict.fromkeys([partner, *MAIN, *([] if countries == SHOWN else countries)]))[:LINES]
    params = {"partner": shown, "sectors": sectors, "authorities": powers}
    frame = queries.run("tariff_history", **params)
    if frame.empty:
        st.info(text("tariffs.answer.none"))
        return
    moves = queries.run("tariff_steps", partner=partner, top=TOP_STEPS, sectors=sectors, authorities=powers)
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
    subtitle += tariffs_remarks.only(sectors, powers)
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
        rows=figure.Rows(
            frame,
            ["partner", "valid_from", "valid_to", "days", "effective_rate_pct", "base_rate_pct", "duty_usd_m",
             "imports_usd_m"],
            "tariff_history",
            ["tariff_history"],
            params,
        ),
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


def sectors(scenario: Scenario, partner: str, chosen: list[str], powers: list[str]) -> None:
    """Sectors of one country side by side: width is trade, height the rate, area the duty."""
    params = {**scenario.params(), "partner": [partner], "sectors": chosen, "authorities": powers}
    frame = words.named(queries.run("tariff_by_sector", **params), "sector")
    if frame.empty:
        st.info(text("tariffs.answer.none"))
        return
    plotted = frame.assign(written=[str(place + 1) for place in range(len(frame))])
    first = frame.sort_values("duty_usd_m").iloc[-1]
    headings = ("sector", "imports_usd_m", "effective_rate_pct", "duty_usd_m")
    figure.draw(
        key="tariff-sectors",
        finding=text(
            "tariffs.sectors",
            country=words.country(partner),
            sector=first["sector_name"],
            share=numbers.percent(first["duty_share_pct"]),
        ),
        subtitle=text("tariffs.sectors.subtitle", day=numbers.day(date.fromisoformat(scenario.date)))
        + tariffs_remarks.only(chosen, powers),
        panels=[
            (
                tariffs.areas(
                    idea_of(partner),
                    (words.heading(headings[0]), *[words.heading(h) for h in headings[1:]]),  # type: ignore[arg-type]
                    (numbers.axis_unit("usd"), text("tariffs.axis")),
                    current(),
                ),
                plotted[[
                    "sector_name", "written", "imports_before_usd_m", "imports_to_usd_m", "imports_usd_m",
                    "effective_rate_pct", "duty_usd_m",
                ]],
            )
        ],
        rows=figure.Rows(
            frame,
            [
                "partner", "sector", "imports_usd_m", "effective_rate_pct", "base_rate_pct", "duty_usd_m",
                "duty_share_pct", "scenario",
            ],
            "tariff_by_sector",
            ["us_imports_by_product", "tariff_rules", "tariff_scopes", "cusma_claims"],
            params,
        ),
    )  # fmt: skip
    tariffs_remarks.under_the_sectors(scenario, partner, chosen, powers)
    page.points(
        text("tariffs.sectors.list"),
        [
            text(
                "tariffs.sectors.line",
                sector=row["sector_name"],
                rate=numbers.percent(row["effective_rate_pct"], 1),
                imports=numbers.money(row["imports_usd_m"], "usd"),
                duty=numbers.money(row["duty_usd_m"], "usd"),
            )
            for row in frame.to_dict("records")
        ],
        numbered=True,
    )
    concentration = queries.run("tariff_concentration", **scenario.params(), partner=[partner])
    if len(concentration) and chosen == powers == filters.ALL:
        row = concentration.iloc[0]
        said = text(
            "tariffs.concentration",
            hhi=numbers.decimal(row["hhi"]),
            chapter=words.chapter(row["top_chapter"]),
            code=row["top_chapter"],
            share=numbers.percent(row["top_share_pct"]),
        )
        st.caption(words.literal(said))
