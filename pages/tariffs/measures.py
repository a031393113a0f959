"""The measures in force on the date, with their law."""

from datetime import date
from typing import Any

import streamlit as st

import queries
from pages.tariffs.choices import Scenario
from pages.tariffs.remarks import unfiltered
from ui import blocks, figure, filters, numbers, words
from ui.language import count, current, text

IMPOSING = ["USA", "CAN", "MEX"]
STANDING = ["announced", "paused", "in_force", "struck_down"]


def draw(scenario: Scenario, is_filtered: bool) -> None:
    """Measures of the three countries on the date, each opens to scope, rate, dates and citation."""
    with st.container(horizontal=True, gap="medium"):
        imposing, statuses = _choices()
    wanted = STANDING if statuses == filters.ALL else statuses
    params = {"date": scenario.date, "imposing": imposing, "status": wanted}
    answer = queries.ask("tariff_measures", lang=current(), **params)
    frame = answer.frame
    finding = count("tariffs.measures", len(frame), n=len(frame), day=numbers.day(date.fromisoformat(scenario.date)))
    subtitle = unfiltered(text("tariffs.measures.subtitle"), is_filtered)
    blocks.show(
        blocks.render("finding", finding=finding, subtitle=subtitle),
        blocks.render("measures", measures=[_measure(row) for row in frame.to_dict("records")]),
        figure.sources(answer),
    )
    figure.offer(
        "tariff-measures",
        finding,
        answer,
        [
            "measure_id", "imposing", "target", "measure_programme", "measure_status", "legal_basis",
            "measure_scope", "measure_rate", "measure_cusma", "announced_on",
            "paused_from", "paused_to", "valid_from", "valid_to", "collected_to", "end_reason", "citation",
            "evidence", "measure_note",
        ],
    )  # fmt: skip


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


def _measure(row: dict[str, Any]) -> dict[str, Any]:
    facts = [
        (words.heading("measure_rate", False), row["measure_rate"]),
        (words.heading("measure_scope", False), row["measure_scope"]),
        (words.heading("target"), words.countries(row["target"])),
        (words.heading("legal_basis"), row["legal_basis"]),
        (words.heading("measure_cusma", False), row["measure_cusma"]),
        *[
            (words.heading(column), numbers.day(row[column]))
            for column in ("announced_on", "paused_from", "paused_to", "valid_from", "valid_to", "collected_to")
            if not numbers.missing(row[column])
        ],
        (words.heading("end_reason"), words.code("end_reason", row["end_reason"]) if row["end_reason"] else ""),
        (words.heading("citation"), row["citation"]),
        (words.heading("evidence"), words.code("evidence", row["evidence"])),
        (words.heading("measure_note", False), row["measure_note"]),
    ]
    who = words.countries(row["imposing"])
    if row["target"] != "WLD":
        who += f" → {words.countries(row['target'])}"
    return {
        "since": numbers.day(row["valid_from"]),
        "programme": row["measure_programme"],
        "who": who,
        "status": words.code("measure_status", row["measure_status"]),
        "facts": [(label.split(" (")[0], value) for label, value in facts if value],
    }
