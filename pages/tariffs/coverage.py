"""How much of the trade pays."""

from typing import Any

import streamlit as st

import queries
from pages.tariffs import remarks
from pages.tariffs.choices import MAIN, Scenario, idea_of
from ui import figure, numbers, page, words
from ui.charts import bars
from ui.language import current, text


def draw(scenario: Scenario, sectors: list[str], powers: list[str]) -> None:
    """Three ratios, side by side and never one: listed, dutiable after CUSMA, seen to pay."""
    params = {**scenario.params(), "partner": MAIN, "sector": sectors, "authority": powers}
    answer = queries.ask("tariff_coverage", **params)
    frame = answer.frame
    if set(frame["partner"]) != set(MAIN):
        st.info(text("tariffs.answer.none"))
        return
    kinds = {
        "in_scope_pct": text("tariffs.scope"),
        "dutiable_pct": text("tariffs.dutiable"),
        "observed_pct": text("tariffs.observed"),
    }
    long = frame.melt(id_vars=["partner"], value_vars=list(kinds), value_name="share_pct").dropna(subset=["share_pct"])
    plotted = long.assign(
        row=long["variable"] + long["partner"],
        label=[
            text("tariffs.coverage.bar", country=words.country(code), what=kinds[kind])
            for code, kind in zip(long["partner"], long["variable"], strict=True)
        ],
        idea=long["partner"],
    )
    found = frame.set_index("partner")
    shares = {code: numbers.percent(found.loc[code, "dutiable_pct"], 1) for code in MAIN}
    figure.draw(
        key="tariff-coverage",
        finding=text("tariffs.coverage", canada=shares["CAN"], mexico=shares["MEX"]),
        subtitle=text("tariffs.coverage.subtitle") + remarks.only(sectors, powers),
        panels=[
            (
                bars.ranked("share_pct", "row", ",.1f", len(plotted), current()),
                plotted[["row", "label", "idea", "share_pct"]],
            )
        ],
        answer=answer,
        columns=["partner", "in_scope_pct", "in_scope_232_pct", "dutiable_pct", "observed_pct", "observed_month"],
    )
    page.points(text("tariffs.coverage.how"), [_in_words(row) for row in frame.to_dict("records")])
    collected()


def collected() -> None:
    """What customs calculated on all goods so far in the newest year, once the Census has been refreshed."""
    answer = queries.ask("us_duties_collected", months="newest")
    newest = answer.frame.sort_values("effective_rate_pct", ascending=False)
    rates = newest.set_index("partner")["effective_rate_pct"]
    if not set(MAIN) <= set(rates.index):
        return
    plotted = newest.assign(
        row=newest["partner"],
        label=[words.country(code) for code in newest["partner"]],
        idea=[idea_of(code) for code in newest["partner"]],
    )[["row", "label", "idea", "effective_rate_pct"]]
    month = newest["month"].iloc[0]
    figure.draw(
        key="tariff-collected",
        finding=text(
            "tariffs.collected",
            months=numbers.months(month.replace(month=1), month),
            canada=numbers.percent(rates["CAN"], 1),
            mexico=numbers.percent(rates["MEX"], 1),
        ),
        subtitle=text("tariffs.collected.subtitle"),
        panels=[(bars.ranked("effective_rate_pct", "row", ",.1f", len(plotted), current()), plotted)],
        answer=answer,
        columns=["month", "partner", "imports_to_date_usd_m", "duty_to_date_usd_m", "effective_rate_pct", "vintage"],
    )


def _in_words(row: dict[str, Any]) -> str:
    """The ratios of a country as a sentence; what the Census saw is known for all goods and duties together only."""
    sentence = text(
        "tariffs.coverage.sentence",
        country=words.country(row["partner"]),
        listed=numbers.percent(row["in_scope_pct"], 1),
        security=numbers.percent(row["in_scope_232_pct"], 1),
        dutiable=numbers.percent(row["dutiable_pct"], 1),
    )
    if numbers.missing(row["observed_pct"]):
        return sentence
    seen, month = numbers.percent(row["observed_pct"], 1), numbers.month(row["observed_month"])
    return f"{sentence} {text('tariffs.coverage.observed', observed=seen, month=month)}"
