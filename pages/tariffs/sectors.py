"""The sectors of one country: trade, rate and duty."""

from datetime import date

import streamlit as st

import queries
from pages.tariffs import remarks
from pages.tariffs.choices import Scenario, idea_of
from ui import figure, filters, numbers, page, words
from ui.charts import tariffs
from ui.language import current, text


def draw(scenario: Scenario, partner: str, chosen: list[str], powers: list[str]) -> None:
    """Sectors of one country side by side: width is trade, height the rate, area the duty."""
    params = {**scenario.params(), "partner": [partner], "sector": chosen, "authority": powers}
    answer = queries.ask("tariff_by_sector", **params)
    frame = words.named(answer.frame, "sector")
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
        + remarks.only(chosen, powers),
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
        answer=answer,
        columns=[
            "partner", "sector", "imports_usd_m", "effective_rate_pct", "base_rate_pct", "duty_usd_m",
            "duty_share_pct", "scenario",
        ],
    )  # fmt: skip
    remarks.under_the_sectors(scenario, partner, chosen, powers)
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
    concentration = queries.ask("tariff_concentration", **scenario.params(), partner=[partner]).frame
    if len(concentration) and chosen == powers == filters.ALL:
        row = concentration.iloc[0]
        sentence = text(
            "tariffs.concentration",
            hhi=numbers.decimal(row["hhi"]),
            chapter=words.chapter(row["top_chapter"]),
            code=row["top_chapter"],
            share=numbers.percent(row["top_share_pct"]),
        )
        st.caption(words.literal(sentence))
