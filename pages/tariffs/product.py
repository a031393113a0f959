"""The whole duty on a product, country beside country, and on demand why it pays it, step by step."""

from typing import Any

import pandas as pd
import streamlit as st

import queries
from data.frames import records
from pages.tariffs import choices, moments, whole_duty
from pages.tariffs.choices import MAIN, Choices
from pages.tariffs.remarks import unfiltered
from ui import blocks, figure, filters, notice, numbers, page, sources, state, words
from ui.language import current, text
from ui.remember import remembered

MOST_PRODUCTS = 60
STEPS = [
    "step_order", "partner", "hs10", "step", "authority", "programme", "measure_id", "rule_id", "tariff_scope",
    "rate_pct", "rate_kind", "basis_pct", "claim_share_pct", "after_cusma_pct", "effective_rate_pct", "citation",
]  # fmt: skip


def draw(chosen: Choices) -> None:
    """One product: what each country pays on it, of what law and since when; then every rule that lists it."""
    with st.container(horizontal=True, gap="medium"):
        partner = choices.focus()
        wanted = filters.free_text("product", text("tariffs.product"), text("tariffs.product.placeholder"))
    names = _found(wanted, partner)
    if not names:
        notice.show(text("tariffs.product.none", text=wanted, country=words.country(partner)))
        return
    options = list(names)
    hs10 = filters.one("hs10", text("tariffs.product.which"), options, options[0], names.__getitem__, width=560)
    made, card = _card(chosen, partner, hs10, wanted)
    figure.draw(made)
    blocks.show(card)
    page.see_also(_elsewhen(chosen))
    if filters.switch("rules", text("tariffs.rules")):
        finding, steps = _why(chosen, partner, hs10)
        blocks.show(steps)
        figure.offer("tariff-why", finding, _steps_of(chosen, partner, hs10), STEPS)


def _elsewhen(chosen: Choices) -> list[tuple[str, dict[str, str], str]]:
    """The same product on the day on which most was paid, and if the agreement lapses, unless the page shows it so."""
    here = {**state.without(), "view": "product"}
    found, peak = [], moments.peak(chosen)
    if peak and peak.isoformat() != chosen.scenario.date:
        said = text("tariffs.product.peak", day=numbers.day(peak))
        found.append(("tariffs", {**here, "date": peak.isoformat()}, said))
    if chosen.scenario.cusma == "kept":
        found.append(("tariffs", {**here, "cusma": "lapsed"}, text("tariffs.product.lapsed")))
    return found


def answer(chosen: Choices) -> str:
    """The whole duty on the product that the address opens, for the page's answer; empty where it opens none."""
    wanted, partner = (state.read("product") or "").strip(), state.read("partner") or MAIN[0]
    if state.read("view") != "product" or not wanted or partner not in choices.partners():
        return ""
    names = _found(wanted, partner)
    asked = state.read("hs10")
    return _in_words(chosen, partner, asked if asked in names else next(iter(names)), wanted) if names else ""


@remembered
def _in_words(chosen: Choices, partner: str, hs10: str, wanted: str) -> str:
    mine = whole_duty.of_most(_whole(chosen, partner, hs10))
    name = _products(wanted, partner).set_index("hs10").loc[hs10, "name"]
    return " " + text("tariffs.product.answer", product=name, code=hs10, rates=whole_duty.rates(mine))


def _whole(chosen: Choices, partner: str, hs10: str) -> queries.Answer:
    partners = list(dict.fromkeys([*MAIN, partner]))
    return queries.ask("whole_duty", **chosen.scenario.params(), partner=partners, hs10=hs10)


def _products(wanted: str, partner: str) -> pd.DataFrame:
    asked = {"text": wanted, "partner": partner, "top": MOST_PRODUCTS, "lang": current()}
    return queries.ask("tariff_products", **asked).frame


@remembered
def _found(wanted: str, partner: str) -> dict[str, str]:
    """The products that answer to the words, each as the list to choose from writes it."""
    return {
        row["hs10"]: text(
            "tariffs.product.option",
            code=f"{row['hs10'][:4]}.{row['hs10'][4:6]}.{row['hs10'][6:]}",
            chapter=row["name"],
            value=numbers.money(row["imports_usd_m"], "usd"),
        )
        for row in records(_products(wanted, partner))
    }


@remembered
def _card(chosen: Choices, partner: str, hs10: str, wanted: str) -> tuple[figure.Figure, str]:
    """The picture, and under it the parts with their law."""
    answer = _whole(chosen, partner, hs10)
    product = _products(wanted, partner).set_index("hs10").loc[hs10]
    lists = product["scopes"]
    about = text("tariffs.why.lists", lists=words.value_of("scopes", lists)) if lists else text("tariffs.why.no_list")
    finding = whole_duty.finding(whole_duty.of_most(answer), product["name"], chosen.day())
    subtitle = figure.noted(_subtitle(chosen, hs10), about)
    picture = whole_duty.picture(answer, finding, unfiltered(subtitle, chosen.is_filtered()))
    return picture, whole_duty.card(answer, answer.params["partner"])


def _subtitle(chosen: Choices, hs10: str) -> str:
    """What is drawn, and what is supposed where it is not the law: a picture is passed on without the filters."""
    if chosen.scenario.is_law():
        return text("tariffs.product.subtitle", code=hs10, day=chosen.day())
    supposed = f"{numbers.at_start(chosen.scenario.words())}."
    return figure.noted(text("tariffs.product.subtitle.if", code=hs10, day=chosen.day()), supposed)


def _steps_of(chosen: Choices, partner: str, hs10: str) -> queries.Answer:
    return queries.ask("tariff_why", **chosen.scenario.params(), partner=[partner], hs10=hs10)


@remembered
def _why(chosen: Choices, partner: str, hs10: str) -> tuple[str, str]:
    """Base, which rule won, what CUSMA left, what stacked, what was excluded: a heading, and the steps under it."""
    answer = _steps_of(chosen, partner, hs10)
    finding = text("tariffs.rules.finding", country=words.country(partner), code=hs10, day=chosen.day())
    steps = [_step(row) for row in records(answer.frame)]
    heading = blocks.render("finding", finding=finding, subtitle="")
    return finding, heading + blocks.render("steps", steps=steps) + sources.paragraph(answer)


def _step(row: dict[str, Any]) -> dict[str, Any]:
    applies = row["step"] in ("base", "applies")
    return {
        "is_aside": not applies,
        "programme": words.code("programme", row["programme"]),
        "rule": "" if row["step"] == "base" else _rule(row),
        "effect": _effect(row) if applies else words.code("step", row["step"]) + ".",
        "citation": words.law(row["citation"] or ""),
    }


def _rule(row: dict[str, Any]) -> str:
    return text(
        "tariffs.why.rule",
        list=words.tariff_list(row["tariff_scope"]),
        rate=numbers.percent(row["rate_pct"], 2),
        how=words.code("rate_kind", row["rate_kind"]),
    )


def _effect(row: dict[str, Any]) -> str:
    """On how much of the value a step is charged, and what it adds to the rate."""
    parts = []
    if row["basis_pct"] < 100:
        parts.append(text("tariffs.why.basis", share=numbers.percent(row["basis_pct"], 1)))
    if not numbers.missing(row["after_cusma_pct"]) and row["after_cusma_pct"] < 100:
        parts.append(
            text(
                "tariffs.why.cusma",
                claimed=numbers.percent(row["claim_share_pct"], 1),
                left=numbers.percent(row["after_cusma_pct"], 1),
            )
        )
    parts.append(text("tariffs.why.adds", rate=numbers.percent(row["effective_rate_pct"], 2)))
    if row["programme"] == "pharma":
        parts.append(text("tariffs.pharma"))
    return " ".join(parts)
