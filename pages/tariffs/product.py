"""Why a product pays what it pays, step by step."""

from datetime import date
from typing import Any

import queries
from pages.tariffs.choices import Scenario
from pages.tariffs.remarks import unfiltered
from ui import blocks, figure, filters, notice, numbers, words
from ui.language import current, text

MOST_PRODUCTS = 60


def draw(scenario: Scenario, partner: str, is_filtered: bool) -> None:
    """One product, step by step: base, which rule won, what CUSMA left, what stacked, what was excluded."""
    wanted = filters.free_text("product", text("tariffs.product"), text("tariffs.product.placeholder"))
    params = {"text": wanted, "partner": partner, "top": MOST_PRODUCTS, "lang": current()}
    found = queries.ask("tariff_products", **params).frame
    if found.empty:
        notice.show(text("tariffs.product.none", text=wanted, country=words.country(partner)))
        return
    names = {
        row["hs10"]: text(
            "tariffs.product.option",
            code=f"{row['hs10'][:4]}.{row['hs10'][4:6]}.{row['hs10'][6:]}",
            chapter=row["name"],
            value=numbers.money(row["imports_usd_m"], "usd"),
        )
        for row in found.to_dict("records")
    }
    options = list(names)
    hs10 = filters.one("hs10", text("tariffs.product.which"), options, options[0], names.__getitem__, width=560)
    steps_params = {**scenario.params(), "partner": [partner], "hs10": hs10}
    answer = queries.ask("tariff_why", **steps_params)
    steps = answer.frame
    total = queries.ask("tariff_by_product", **scenario.params(), partner=[partner], hs=hs10, top=1).frame.iloc[0]
    finding = text(
        "tariffs.why",
        code=hs10,
        country=words.country(partner),
        rate=numbers.percent(total["effective_rate_pct"], 2),
        day=numbers.day(date.fromisoformat(scenario.date)),
    )
    product = found.set_index("hs10").loc[hs10]
    lists = product["scopes"]
    about = f"{product['name']}. "
    about += text("tariffs.why.lists", lists=words.value_of("scopes", lists)) if lists else text("tariffs.why.no_list")
    blocks.show(
        blocks.render("finding", finding=finding, subtitle=unfiltered(about, is_filtered)),
        blocks.render("steps", steps=[_step(row) for row in steps.to_dict("records")]),
        figure.sources(answer),
    )
    figure.offer(
        "tariff-why",
        finding,
        answer,
        [
            "step_order", "partner", "hs10", "step", "authority", "programme", "measure_id", "rule_id",
            "tariff_scope", "rate_pct", "rate_kind", "basis_pct", "claim_share_pct", "after_cusma_pct",
            "effective_rate_pct", "citation",
        ],
    )  # fmt: skip


def _step(row: dict[str, Any]) -> dict[str, Any]:
    applies = row["step"] in ("base", "applies")
    return {
        "is_aside": not applies,
        "programme": words.code("programme", row["programme"]),
        "rule": "" if row["step"] == "base" else _rule(row),
        "effect": _effect(row) if applies else words.code("step", row["step"]) + ".",
        "citation": row["citation"] or "",
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
