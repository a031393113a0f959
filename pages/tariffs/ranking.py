"""The tariff page: its answer and the ranking of countries."""

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

import queries
from pages.tariffs import remarks
from pages.tariffs.choices import EVIDENCE_ENDS, MAIN, Scenario
from ui import figure, filters, numbers, page, words
from ui.charts import tariffs
from ui.language import count, current, text

NARROWEST_NUMBERED = 0.035
SMALL_BILL_USD_M = 100
MARKS = {"full": "", "coarse": "*", "general": "**"}


def answer(scenario: Scenario, sectors: list[str], authorities: list[str]) -> None:
    """What Washington charges on Canadian and Mexican goods on the date, before and in the what-if."""
    filtered = {"partner": MAIN, "sector": sectors, "authority": authorities}
    found = queries.ask("tariff_rate", **scenario.params(), **filtered).frame.set_index("partner")
    if set(found.index) != set(MAIN):
        page.answer(text("tariffs.answer.none"))
        return
    law = queries.ask("tariff_rate", date=scenario.date, **filtered).frame.set_index("partner")
    values = {"day": numbers.day(date.fromisoformat(scenario.date)), **_rates(found, "effective_rate_pct")}
    only = remarks.only(sectors, authorities)
    if scenario.is_law():
        values |= _rates(law, "base_rate_pct", "_2024")
        evidence_ends = numbers.day(date.fromisoformat(EVIDENCE_ENDS))
        if scenario.date > EVIDENCE_ENDS:
            page.answer(text("tariffs.answer.scheduled", end=evidence_ends, **values) + only)
        else:
            page.answer(text("tariffs.answer", **values) + only)
    else:
        page.answer(
            text(
                "tariffs.answer.if",
                scenario=scenario.words(),
                **_rates(law, "effective_rate_pct", "_law"),
                **values,
            )
            + only
        )
        page.badge(text("tariffs.if.badge"))
    remarks.beside_the_answer(scenario)
    _headline(found, scenario, filtered)


def _rates(frame: Any, column: str, suffix: str = "") -> dict[str, str]:
    """A rate of Canada and of Mexico in words, as values of a message."""
    names = {"CAN": "canada", "MEX": "mexico"}
    return {f"{name}{suffix}": numbers.percent(frame.loc[code, column], 1) for code, name in names.items()}


def _headline(found: Any, scenario: Scenario, filtered: dict[str, Any]) -> None:
    coverage = queries.ask("tariff_coverage", **scenario.params(), **filtered).frame.set_index("partner")
    of_all = filtered["sector"] == filters.ALL
    cells = [
        (
            text("tariffs.rate_of", country=words.country(code)),
            numbers.percent(found.loc[code, "effective_rate_pct"], 1),
            text(
                "tariffs.bill",
                usd=numbers.billions(found.loc[code, "duty_usd_m"], "usd"),
                cad=numbers.billions(found.loc[code, "duty_cad_m"], "cad"),
            ),
        )
        for code in MAIN
    ]
    cells += [
        (
            text("tariffs.dutiable_of", country=words.country(code)),
            numbers.percent(coverage.loc[code, "dutiable_pct"], 1),
            text("tariffs.dutiable.note") if of_all else text("tariffs.dutiable.note.some"),
        )
        for code in MAIN
    ]
    page.headline(cells)


def draw(scenario: Scenario, chosen: list[str], sectors: list[str], authorities: list[str]) -> None:
    """Countries by effective rate, cut into the programmes that make it up, the bill beside it."""
    shown = authorities if authorities == filters.ALL else [*authorities, "mfn"]
    params = {**scenario.params(), "partner": chosen, "sector": sectors, "authority": shown}
    answer = queries.ask("tariff_exposure", **params)
    found = answer.frame
    if found.empty:
        st.info(text("tariffs.answer.none"))
        return
    order = found.drop_duplicates("partner")
    found = found[found["effective_rate_pct"] > 0]
    present = [code for code in tariffs.PARTS if code in set(found["programme"])]
    first = order.iloc[0]
    headings = (words.heading("partner"), words.heading("programme"), words.heading("effective_rate_pct"))
    figure.draw(
        key="tariff-ranking",
        finding=count(
            "tariffs.ranking",
            len(order),
            n=len(order),
            country=words.country(first["partner"]),
            rate=numbers.percent(first["country_rate_pct"], 1),
            day=numbers.day(date.fromisoformat(scenario.date)),
        ),
        subtitle=text("tariffs.ranking.subtitle") + remarks.only(sectors, authorities),
        panels=[(tariffs.parts(headings, found["partner"].nunique(), current()), _segments(found, order, present))],
        answer=answer,
        columns=[
            "partner", "authority", "programme", "measure_id", "effective_rate_pct", "duty_usd_m",
            "value_covered_usd_m", "imports_usd_m", "duty_share_pct", "country_rate_pct", "country_duty_usd_m",
            "rules_detail", "scenario",
        ],
        legend=[(f"{place} {words.code('programme', c)}", *tariffs.PARTS[c]) for place, c in enumerate(present, 1)],
    )  # fmt: skip
    remarks.under_the_ranking(found)


def _segments(found: pd.DataFrame, order: pd.DataFrame, present: list[str]) -> pd.DataFrame:
    """The rows of the ranking as its chart wants them: countries in order, programmes numbered where they are wide."""
    plotted = words.named(words.named(found, "partner"), "programme")
    rates = plotted.groupby(["partner", "programme"])["effective_rate_pct"].transform("sum")
    labels = {row["partner"]: _label(row) for row in order.to_dict("records")}
    number = {code: str(place) for place, code in enumerate(present, 1)}
    plotted = plotted.assign(
        label=plotted["partner"].map(labels),
        part_name=plotted["programme_name"],
        name_idea=[f"{code}_text" if code in MAIN else "ink" for code in plotted["partner"]],
        idea=[tariffs.PARTS[code][0] for code in plotted["programme"]],
        strength=[tariffs.PARTS[code][1] for code in plotted["programme"]],
        place=[list(tariffs.PARTS).index(code) for code in plotted["programme"]],
        written=plotted["programme"]
        .map(number)
        .where(rates > NARROWEST_NUMBERED * order["country_rate_pct"].max(), ""),
    )
    plotted["written_idea"] = ["paper" if strength >= tariffs.STRONG else "ink" for strength in plotted["strength"]]
    place = {code: rank for rank, code in enumerate(order["partner"])}
    plotted = plotted.sort_values(["partner", "place"], key=lambda c: c.map(place) if c.name == "partner" else c)
    return plotted[[
        "partner", "partner_name", "label", "name_idea", "part_name", "idea", "strength", "place", "written",
        "written_idea", "effective_rate_pct", "duty_usd_m",
    ]]  # fmt: skip


def _label(row: dict[str, Any]) -> str:
    bill = row["country_duty_usd_m"]
    return text(
        "tariffs.bar",
        country=words.country(row["partner"]),
        rate=numbers.percent(row["country_rate_pct"], 1),
        bill=(numbers.money if bill < SMALL_BILL_USD_M else numbers.billions)(bill, "usd"),
        mark=MARKS[row["rules_detail"]],
    )
