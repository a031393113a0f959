"""The promises at a glance: one mark each, by part of the agenda."""

import pandas as pd

import queries
from data import catalog
from pages.agenda.promises import MARKS, counted, meanings
from ui import blocks, figure, words
from ui.charts import agenda as agenda_chart
from ui.language import current, text
from ui.remember import remembered

# What is settled and what is overdue stand out; the rest waits in grey.
IDEAS = {"done": "repair", "not_agreed": "strain"}


@remembered
def made(pillar: tuple[str, ...], agenda_status: tuple[str, ...], today: str) -> figure.Figure:
    """The promises that pass the filters, with what became of each; a click on one opens it."""
    params = {"pillar": list(pillar), "agenda_status": list(agenda_status), "date": today}
    answer = queries.ask("agenda", lang=current(), **params)
    summary = queries.ask("agenda_summary", **params).frame.iloc[0]
    parts = [code for code in catalog.codes("pillar") if code in set(answer.frame["pillar"])]
    headings = (words.heading("promise"), words.heading("agenda_status"))
    return figure.Figure(
        key="agenda",
        finding=_finding(summary),
        subtitle=text("agenda.finding.subtitle"),
        above=blocks.render("verdicts", counts=meanings(answer.frame["agenda_status"])),
        legend=[(text("agenda.red"), "strain", 1)] if (_ideas(answer.frame) == "strain").any() else [],
        panels=[
            (
                agenda_chart.promises(tuple(words.code("pillar", part) for part in parts), headings, current()),
                _marks(answer.frame, parts),
            )
        ],
        answer=answer,
        columns=["title", "pillar", "promised_on", "due_on", "agenda_status", "is_late", "checked_on", "outcome"],
        pick=("promise", "promise"),
    )


def _finding(summary: pd.Series) -> str:
    total = counted("count", summary["promises"])
    if not summary["done"]:
        return text("agenda.finding.none", count=total)
    return text("agenda.finding", count=total, done=counted("done", summary["done"]))


def _ideas(found: pd.DataFrame) -> pd.Series:
    """The hue of each promise: settled, refused or past its date."""
    return found["agenda_status"].map(IDEAS).fillna("other").mask(found["is_late"], "strain")


def _marks(found: pd.DataFrame, parts: list[str]) -> pd.DataFrame:
    status = found["agenda_status"]
    late = f" {text('agenda.late.mark')}"
    rows = found.assign(
        part=found["pillar"].map(parts.index),
        place=found.groupby("pillar").cumcount() + 1,
        mark=status.map(MARKS),
        idea=_ideas(found),
        status=status.map(lambda code: words.code("agenda_status", code))
        + found["is_late"].map({True: late, False: ""}),
    )
    return rows[["promise", "part", "place", "mark", "idea", "title", "status"]]
