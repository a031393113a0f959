"""The law behind the rates: measures in force on the date, and why a product pays what it pays."""

from datetime import date
from html import escape
from typing import Any

import streamlit as st

import queries
from pages.views.tariffs_choices import Scenario
from ui import figure, filters, notice, numbers, words
from ui.language import count, current, text

IMPOSING = ["USA", "CAN", "MEX"]
STANDING = ["announced", "paused", "in_force", "struck_down"]
MOST_PRODUCTS = 60


def measures(scenario: Scenario, is_filtered: bool) -> None:
    """Measures of the three countries on the date, each opens to scope, rate, dates and citation."""
    with st.container(horizontal=True, gap="medium"):
        imposing, statuses = _choices()
    wanted = STANDING if statuses == filters.ALL else statuses
    params = {"date": scenario.date, "imposing": imposing, "statuses": wanted}
    frame = queries.run("tariff_measures", **params)
    finding = count("tariffs.measures", len(frame), n=len(frame), day=numbers.day(date.fromisoformat(scenario.date)))
    subtitle = _unfiltered(text("tariffs.measures.subtitle"), is_filtered)
    st.html(
        f'<h2 class="finding">{escape(finding)}</h2><p class="subtitle">{escape(subtitle)}</p>'
        f'<div class="events">{"".join(_measure(row) for row in frame.to_dict("records"))}</div>'
        f'<p class="source">{figure.source_line(["tariff_measures"])}</p>'
    )
    language = current()
    figure.offer(
        "tariff-measures",
        finding,
        figure.Rows(
            frame,
            [
                "measure_id", "imposing", "target", f"measure_programme_{language}", "measure_status", "legal_basis",
                f"measure_scope_{language}", f"measure_rate_{language}", f"measure_cusma_{language}", "announced_on",
                "paused_from", "paused_to", "valid_from", "valid_to", "collected_to", "end_reason", "citation",
                "evidence", f"measure_note_{language}",
            ],
            "tariff_measures",
            ["tariff_measures"],
            params,
        ),
    )  # fmt: skip


def _unfiltered(subtitle: str, is_filtered: bool) -> str:
    """A subtitle, and that the filters of the page do not reach the figure where any is set."""
    return f"{subtitle} {text('tariffs.unfiltered')}" if is_filtered else subtitle


def _choices() -> tuple[list[str], list[str]]:
    imposing = filters.many("imposing", text("tariffs.imposing"), IMPOSING, text("tariffs.imposing.all"), words.country)
    statuses = filters.many(
        "status",
        text("tariffs.status"),
        STANDING,
        text("tariffs.status.all"),
        lambda code: words.code("measure_status", code),
    )
    return imposing, statuses


def _measure(row: dict[str, Any]) -> str:
    language = current()
    facts = [
        (words.heading("measure_rate_en", False), row[f"measure_rate_{language}"]),
        (words.heading("measure_scope_en", False), row[f"measure_scope_{language}"]),
        (words.heading("target"), words.countries(row["target"])),
        (words.heading("legal_basis"), row["legal_basis"]),
        (words.heading("measure_cusma_en", False), row[f"measure_cusma_{language}"]),
        *[
            (words.heading(column), numbers.day(row[column]))
            for column in ("announced_on", "paused_from", "paused_to", "valid_from", "valid_to", "collected_to")
            if not numbers.missing(row[column])
        ],
        (words.heading("end_reason"), words.code("end_reason", row["end_reason"]) if row["end_reason"] else ""),
        (words.heading("citation"), row["citation"]),
        (words.heading("evidence"), words.code("evidence", row["evidence"])),
        (words.heading("measure_note_en", False), row[f"measure_note_{language}"]),
    ]
    cells = "".join(
        f"<dt>{escape(label.split(' (')[0])}</dt><dd>{escape(str(value))}</dd>" for label, value in facts if value
    )
    who = words.countries(row["imposing"])
    if row["target"] != "WLD":
        who += f" → {words.countries(row['target'])}"
    since = numbers.day(row["valid_from"])
    return (
        f'<details><summary><span class="when">{escape(since)}</span> '
        f"<strong>{escape(row[f'measure_programme_{language}'])}</strong> · {escape(who)} · "
        f"{escape(words.code('measure_status', row['measure_status']))}</summary>"
        f'<dl class="about">{cells}</dl></details>'
    )


def why(scenario: Scenario, partner: str, is_filtered: bool) -> None:
    """One product, step by step: base, which rule won, what CUSMA left, what stacked, what was excluded."""
    wanted = filters.written("product", text("tariffs.product"), text("tariffs.product.placeholder"))
    params = {"text": wanted, "partner": partner, "top": MOST_PRODUCTS}
    found = queries.run("tariff_products", **params)
    if found.empty:
        notice.show(text("tariffs.product.none", text=wanted, country=words.country(partner)))
        return
    names = {
        row["hs10"]: text(
            "tariffs.product.option",
            code=f"{row['hs10'][:4]}.{row['hs10'][4:6]}.{row['hs10'][6:]}",
            chapter=row[f"name_{current()}"],
            value=numbers.money(row["imports_usd_m"], "usd"),
        )
        for row in found.to_dict("records")
    }
    options = list(names)
    hs10 = filters.one("hs10", text("tariffs.product.which"), options, options[0], names.__getitem__, width=560)
    steps_params = {**scenario.params(), "partner": [partner], "hs10": hs10}
    steps = queries.run("tariff_why", **steps_params)
    total = queries.run("tariff_by_product", **scenario.params(), partner=[partner], hs=hs10, top=1).iloc[0]
    finding = text(
        "tariffs.why",
        code=hs10,
        country=words.country(partner),
        rate=numbers.percent(total["effective_rate_pct"], 2),
        day=numbers.day(date.fromisoformat(scenario.date)),
    )
    product = found.set_index("hs10").loc[hs10]
    lists = product["scopes"]
    about = f"{product[f'name_{current()}']}. "
    about += text("tariffs.why.lists", lists=words.value_of("scopes", lists)) if lists else text("tariffs.why.no_list")
    st.html(
        f'<h2 class="finding">{escape(finding)}</h2><p class="subtitle">{escape(_unfiltered(about, is_filtered))}</p>'
        f'<ol class="steps">{"".join(_step(row) for row in steps.to_dict("records"))}</ol>'
        f'<p class="source">{figure.source_line(["tariff_rules", "tariff_measures", "us_imports_by_product"])}</p>'
    )
    figure.offer(
        "tariff-why",
        finding,
        figure.Rows(
            steps,
            [
                "step_order", "partner", "hs10", "step", "authority", "programme", "measure_id", "rule_id",
                "tariff_scope", "rate_pct", "rate_kind", "basis_pct", "claim_share_pct", "after_cusma_pct",
                "effective_rate_pct", "citation",
            ],
            "tariff_why",
            ["tariff_rules", "tariff_measures", "tariff_scopes", "us_imports_by_product", "cusma_claims"],
            steps_params,
        ),
    )  # fmt: skip


def _step(row: dict[str, Any]) -> str:
    applies = row["step"] in ("base", "applies")
    said = f"<strong>{escape(words.code('programme', row['programme']))}</strong>"
    if row["step"] != "base":
        said += escape(
            text(
                "tariffs.why.rule",
                list=words.tariff_list(row["tariff_scope"]),
                rate=numbers.percent(row["rate_pct"], 2),
                how=words.code("rate_kind", row["rate_kind"]),
            )
        )
    if applies:
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
        said += " " + escape(" ".join(parts))
    else:
        said += " " + escape(words.code("step", row["step"]) + ".")
    cited = f'<br><span class="source">{escape(row["citation"] or "")}</span>'
    return f"<li{'' if applies else ' class=aside'}>{said}{cited}</li>"
