"""Where and at which level permit holders study."""

import pandas as pd

import queries
from pages.people import choices
from ui import figure, numbers, words
from ui.charts import bars
from ui.filters import Years
from ui.language import current, text
from ui.remember import remembered

LEVELS = ["post_secondary", "secondary", "other", "not_stated"]


@remembered
def picture(years: Years, measure: str) -> figure.Figure | str:
    """Where and at which level permit holders of all nationalities study."""
    year = choices.last_whole_year(years, measure)
    answer = queries.ask("study_permits_by_level", year=year, measure=measure)
    frame = pd.DataFrame() if year is None else answer.frame
    if frame.empty:
        return text("empty.years", what=words.code("measure", measure), years=numbers.years(years.first, years.last))
    levels = tuple(words.code("study_level", code) for code in LEVELS)
    frame = words.named(words.named(frame, "province"), "study_level")
    plotted = frame.assign(label=frame["province_name"], part_order=frame["study_level"].map(LEVELS.index))
    totals = plotted.groupby("province")["permits"].sum().sort_values(ascending=False)
    plotted = plotted.assign(place=plotted["province"].map({code: n for n, code in enumerate(totals.index)}))
    plotted = plotted.sort_values(["place", "part_order"])
    return figure.Figure(
        key="provinces",
        finding=text("people.provinces.finding", year=year, province=words.code("province", totals.index[0])),
        subtitle=f"{words.code('measure', measure)}, {year}. {text('people.provinces.subtitle')}",
        panels=[
            (
                bars.stacked(
                    "permits",
                    "province",
                    "study_level_name",
                    levels,
                    words.axis_title("permits"),
                    len(totals),
                    current(),
                ),
                plotted[["province", "label", "study_level_name", "part_order", "permits"]],
            )
        ],
        answer=answer,
        columns=["year", "measure", "province", "study_level", "permits", "suppressed", "vintage"],
    )
