"""The measures in force on the date, with their law."""

from typing import Any

import pandas as pd
import streamlit as st

import queries
from data import catalog
from data.frames import records
from pages.tariffs.choices import Choices
from pages.tariffs.remarks import unfiltered
from ui import blocks, figure, filters, numbers, sources, words
from ui.language import count, current, text
from ui.remember import remembered

IMPOSING = ["USA", "CAN", "MEX"]
STANDING = ["announced", "paused", "in_force", "struck_down"]


COLUMNS = [
    "measure_id", "imposing", "target", "measure_programme", "measure_status", "legal_basis",
    "measure_scope", "measure_rate", "measure_cusma", "announced_on",
    "paused_from", "paused_to", "valid_from", "valid_to", "collected_to", "end_reason", "citation",
    "evidence", "measure_note",
]  # fmt: skip


def draw(chosen: Choices) -> None:
    """Measures of the three countries on the date, each opens to scope, rate, dates and citation."""
    with st.container(horizontal=True, gap="medium"):
        imposing, statuses = _choices()
    wanted = tuple(STANDING if statuses == filters.ALL else statuses)
    answer = _asked(chosen.scenario.date, tuple(imposing), wanted)
    part = filters.clicked("measure", answer.frame["measure_part"].astype(str))
    finding, shown = _list(chosen, tuple(imposing), wanted, part)
    blocks.show(shown)
    figure.offer("tariff-measures", finding, answer, COLUMNS)


def _asked(day: str, imposing: tuple[str, ...], statuses: tuple[str, ...]) -> queries.Answer:
    return queries.ask("tariff_measures", lang=current(), date=day, imposing=list(imposing), status=list(statuses))


@remembered
def _list(chosen: Choices, imposing: tuple[str, ...], statuses: tuple[str, ...], part: str | None) -> tuple[str, str]:
    """The finding, and the list under it as it stands on the page, the part that the address asks for open."""
    answer = _asked(chosen.scenario.date, imposing, statuses)
    frame = answer.frame
    in_force = frame.loc[frame["measure_status"] == "in_force", "measure_id"].nunique()
    finding = count("tariffs.measures", in_force, n=in_force, day=chosen.day())
    subtitle = unfiltered(_subtitle(frame["measure_status"]), chosen.is_filtered())
    listed = blocks.render("measures", measures=[_measure(row, part) for row in records(frame)])
    heading = blocks.render("finding", finding=finding, subtitle=subtitle)
    return finding, heading + listed + sources.paragraph(answer)


def _subtitle(statuses: pd.Series) -> str:
    """How many lines the list has in each state: a measure has a line for each part and period."""
    by_status = statuses.value_counts()
    lines = [
        text("tariffs.measures.lines", status=words.code("measure_status", code), n=by_status[code])
        for code in catalog.codes("measure_status")
        if code in by_status
    ]
    return f"{text('tariffs.measures.subtitle')} {text('tariffs.measures.listed', lines='; '.join(lines))}"


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


def _measure(row: dict[str, Any], part: str | None) -> dict[str, Any]:
    facts = [
        (words.heading("measure_rate", False), row["measure_rate"]),
        (words.heading("measure_scope", False), row["measure_scope"]),
        (words.heading("target"), words.countries(row["target"])),
        (words.heading("legal_basis"), words.code("legal_basis", row["legal_basis"])),
        (words.heading("measure_cusma", False), row["measure_cusma"]),
        *[
            (words.heading(column), numbers.day(row[column]))
            for column in ("announced_on", "paused_from", "paused_to", "valid_from", "valid_to", "collected_to")
            if not numbers.missing(row[column])
        ],
        (words.heading("end_reason"), words.code("end_reason", row["end_reason"]) if row["end_reason"] else ""),
        (words.heading("citation"), words.law(row["citation"]) if row["citation"] else ""),
        (words.heading("evidence"), words.code("evidence", row["evidence"])),
        (words.heading("measure_note", False), row["measure_note"]),
    ]
    who = words.countries(row["imposing"])
    if row["target"] != "WLD":
        who += f" → {words.countries(row['target'])}"
    return {
        "is_open": str(row["measure_part"]) == part,
        "since": numbers.day(row["valid_from"]),
        "programme": row["measure_programme"],
        "who": who,
        "status": words.code("measure_status", row["measure_status"]),
        "facts": [(label.split(" (")[0], value) for label, value in facts if value],
    }
