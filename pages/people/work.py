"""Work permits and permanent residents."""

import pandas as pd

import queries
from pages.people.choices import span
from ui import figure, marks, numbers, words
from ui.charts import lines
from ui.charts.marks import Mark
from ui.filters import Years
from ui.language import current, text
from ui.remember import remembered

PERMITS = {"work": "MEX", "tfwp": "ink", "imp": "other"}
ADMISSIONS = {"pr": "MEX"}


@remembered
def picture(years: Years) -> figure.Figure | str:
    """Work permits by year, and in a panel of its own, since it is another count, permanent residents."""
    answer = queries.ask("people_flows", stream=[*PERMITS, *ADMISSIONS], **span(years))
    frame = answer.frame
    if frame.empty:
        return text("empty.years", what=text("people.view.work"), years=numbers.years(years.first, years.last))
    wide = frame.pivot_table(index="year", columns="stream", values="persons").reset_index()
    last = wide.iloc[-1]
    marked = marks.by_year("people", wide["year"].min(), wide["year"].max())
    vintages = frame.groupby("stream")["vintage"].max()
    return figure.Figure(
        key="work",
        finding=text(
            "people.work.finding",
            year=int(last["year"]),
            work=numbers.decimal(last["work"]),
            pr=numbers.decimal(last["pr"]),
        ),
        subtitle=text("people.work.subtitle"),
        panels=[
            _panel(wide, PERMITS, vintages, text("people.work.unit"), marked.marks),
            _panel(wide, ADMISSIONS, vintages, text("people.pr.unit"), marked.marks),
        ],
        parts=(text("people.work.unit"), text("people.pr.unit")),
        answer=answer,
        columns=["year", "stream", "persons", "vintage", "grade"],
        beside=marked.answers,
    )


def _panel(
    wide: pd.DataFrame, ideas: dict[str, str], vintages: pd.Series, unit: str, events: tuple[Mark, ...]
) -> figure.Panel:
    """Lines over the same years as the other panel, each named with its vintage."""
    names = {
        "work": text("people.work"),
        "tfwp": text("people.tfwp"),
        "imp": text("people.imp"),
        "pr": text("people.pr"),
    }
    drawn = tuple(
        (code, idea, text("people.of_vintage", what=names[code], vintage=vintages[code]))
        for code, idea in ideas.items()
    )
    years = (int(wide["year"].min()), int(wide["year"].max()))
    chart = lines.over_years(
        drawn, unit, False, words.heading("year"), years, current(), names_on_top=True, events=events
    )
    return chart, wide[["year", *ideas]]
