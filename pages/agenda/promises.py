"""Each promise with its status and who says what about it."""

from functools import partial
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

import queries
from data import catalog
from data.frames import records
from pages.agenda.dates import when
from queries import Answer
from ui import blocks, filters, numbers, page, sources, state, words
from ui.language import count, current, text
from ui.remember import remembered

MARKS = {"done": "✓", "under_way": "◐", "announced": "○", "scheduled": "◇", "not_seen": "?", "not_agreed": "✕"}
SETTLED = {"done", "not_agreed"}
Codes = tuple[str, ...]
# The language parameter of links, where the address has one: it is the reader's, so it is handed over.
Parameters = tuple[tuple[str, str], ...]


def choose() -> tuple[Codes, Codes]:
    """The filters: parts of the agenda, statuses."""
    return _codes("pillar", text("agenda.pillar.all")), _codes("agenda_status", text("agenda.agenda_status.all"))


def _codes(group: str, everything: str) -> Codes:
    codes = list(catalog.codes(group))
    return tuple(filters.many(group, words.heading(group), codes, everything, partial(words.code, group)))


def found(pillar: Codes, agenda_status: Codes, today: str) -> Answer:
    """The promises that pass the filters."""
    chosen = {"pillar": list(pillar), "agenda_status": list(agenda_status)}
    return queries.ask("agenda", lang=current(), date=today, **chosen)


def answer(pillar: Codes, agenda_status: Codes, today: str) -> None:
    """How many promises are done and up to when sources were read."""
    page.answer(answered(pillar, agenda_status, today))


@remembered
def answered(pillar: Codes, agenda_status: Codes, today: str) -> str:
    """How many promises are done and up to when sources were read, in a sentence."""
    chosen = {"pillar": list(pillar), "agenda_status": list(agenda_status), "date": today}
    summary = queries.ask("agenda_summary", **chosen).frame
    if summary.empty:
        return text("agenda.answer.none")
    row = summary.iloc[0]
    return f"{_how_many(row)} {_read_up_to(row)}"


def meanings(status: pd.Series) -> list[tuple[str, str]]:
    """What each mark means, and how many promises have it: (mark, status and how many)."""
    counts = status.value_counts()
    return [
        (MARKS[code], text("label.value", label=words.code("agenda_status", code), value=int(counts[code])))
        for code in MARKS
        if code in counts
    ]


def _how_many(row: pd.Series) -> str:
    """How many are done and how many are late; what is nothing is not said."""
    total = counted("count", row["promises"])
    if row["done"] and row["late"]:
        return text("agenda.answer", count=total, done=counted("done", row["done"]), late=counted("late", row["late"]))
    if row["done"] or row["late"]:
        part = counted("done", row["done"]) if row["done"] else counted("late", row["late"])
        return text("agenda.answer.one", count=total, part=part)
    return text("agenda.answer.open", count=total)


def counted(what: str, n: int) -> str:
    """So many of something, in words."""
    return count(f"agenda.{what}", int(n), n=numbers.decimal(n))


def _read_up_to(row: pd.Series) -> str:
    """Up to when sources were read: for all of them, and for the few that were looked at later."""
    first, last = numbers.day(row["first_checked_on"]), numbers.day(row["last_checked_on"])
    if first == last:
        return text("agenda.checked", day=first)
    return text("agenda.checked.later", day=first, n=numbers.decimal(row["last_checked"]), later=last)


def opened(answered: Answer) -> None:
    """The promise of the address, with who says what about it."""
    promise = filters.clicked("promise", answered.frame["promise"])
    if promise is None:
        st.caption(words.literal(text("agenda.click")))
        return
    row = answered.frame.set_index("promise", drop=False).loc[promise].to_dict()
    with st.container(border=True, key="opened-promise"):
        entry = _entry(row, _evidence()[promise], tuple(page.language().items()))
        blocks.show(_block([{"name": words.code("pillar", row["pillar"]), "promises": [entry]}], is_open=True))
        st.button(text("agenda.close"), on_click=state.write, args=("promise", None), type="tertiary")


def listing(pillar: Codes, agenda_status: Codes, today: str) -> None:
    """The promises by part of the agenda; each opens to what became of it and who says so."""
    blocks.show(_listed(pillar, agenda_status, today, tuple(page.language().items())))


@remembered
def _listed(pillar: Codes, agenda_status: Codes, today: str, language: Parameters) -> str:
    answered, says = found(pillar, agenda_status, today), _evidence()
    parts = [
        {
            "name": words.code("pillar", code),
            "promises": [_entry(row, says[row["promise"]], language) for row in rows],
        }
        for code in catalog.codes("pillar")
        if (rows := records(answered.frame[answered.frame["pillar"] == code]))
    ]
    still = int((~answered.frame["agenda_status"].isin(SETTLED)).sum())
    finding = count("agenda.list", still, n=numbers.decimal(still), total=numbers.decimal(len(answered.frame)))
    heading = blocks.render("finding", finding=finding, subtitle=text("agenda.list.subtitle"))
    return heading + _block(parts) + sources.paragraph(answered, queries.ask("agenda_evidence", lang=current()))


def _block(parts: list[dict[str, Any]], is_open: bool = False) -> str:
    labels = {"on_timeline": text("agenda.event"), "own_link": text("agenda.own_link")}
    return blocks.render("agenda", parts=parts, is_open=is_open, **labels)


def _evidence() -> dict[str, list[dict[str, Any]]]:
    """Who says what, by promise."""
    evidence = queries.ask("agenda_evidence", lang=current()).frame
    return {name: records(rows) for name, rows in evidence.groupby("promise")}


def _entry(promise: dict[str, Any], evidence: list[dict[str, Any]], language: Parameters) -> dict[str, Any]:
    dates = [(words.heading("promised_on"), when(promise["promised_on"]))]
    if promise["due_on"]:
        late = text("agenda.late.mark") if promise["is_late"] else ""
        dates.append((words.heading("due_on"), f"{when(promise['due_on'])} {late}".strip()))
    dates.append((words.heading("checked_on"), numbers.day(promise["checked_on"])))
    return {
        "mark": MARKS[promise["agenda_status"]],
        "status": words.code("agenda_status", promise["agenda_status"]),
        "title": promise["title"],
        "outcome": promise["outcome"],
        "dates": dates,
        "event": _link("timeline", {**dict(language), "from": 2016, "event": promise["event"]})
        if promise["event"]
        else "",
        "own": _link("agenda", {**dict(language), "promise": promise["promise"]}),
        "evidence": [
            {
                "says": row["says"],
                **words.printed(row["source_title"], row["source_url"]),
                "about": f"{when(row['evidence_date'])}, {words.code('grade', row['grade'])}",
            }
            for row in evidence
        ],
    }


def _link(name: str, params: dict[str, Any]) -> str:
    return f"{name}?{urlencode(params)}"
