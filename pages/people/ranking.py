"""Mexico among the countries with most permit holders."""

import streamlit as st

import queries
from pages.people import choices
from ui import figure, numbers, words
from ui.charts import bars
from ui.filters import Years
from ui.language import current, text
from ui.measures import INDEX, SHARE, Measure, none
from ui.remember import remembered

TOP = 15
CURRENT = ("permits", ",.0f")
DRAWN = {SHARE: ("share_pct", ",.1f"), INDEX: ("permits_index", ",.0f")}


def draw(years: Years) -> None:
    """Mexico among the countries, by what is counted and how."""
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom"):
        counted = choices.measure()
        shown = choices.counted_as(years)
    figure.draw(picture(years, counted, shown))


@remembered
def picture(years: Years, measure: str, shown: Measure) -> figure.Figure | str:
    """Mexico among the countries with most permit holders."""
    year = choices.last_whole_year(years, measure)
    if year is None:
        return text("empty.years", what=words.code("measure", measure), years=numbers.years(years.first, years.last))
    params = {"year": year, "measure": measure, "top": TOP}
    base = {"base": shown.base} if shown.base else {}
    answer = queries.ask("study_permits_rank", **params, **base)
    column, form = DRAWN.get(shown.code, CURRENT)
    frame = words.named(answer.frame.dropna(subset=[column]), "country")
    if "MEX" not in set(frame["country"]):
        return none(shown)
    mexico = frame.set_index("country").loc["MEX"]
    label = [f"{rank}. {name}" for rank, name in zip(frame["rank"], frame["country_name"], strict=True)]
    frame = frame.assign(label=label, idea=["MEX" if code == "MEX" else "other" for code in frame["country"]])
    values = {"year": year, "rank": numbers.ordinal(mexico["rank"]), "base": shown.base}
    how = text(f"people.ranking.subtitle.{shown.code}", **{"base": shown.base})
    return figure.Figure(
        key="ranking",
        finding=text("people.ranking.index", index=numbers.decimal(mexico[column]), **values)
        if shown.code == INDEX
        else text("people.ranking.finding", share=numbers.percent(mexico["share_pct"], 1), **values),
        subtitle=f"{words.code('measure', measure)}, {year}. {how}",
        panels=[
            (
                bars.ranked(column, "country", form, len(frame), current()),
                frame[["country", "label", "idea", column]],
            )
        ],
        answer=answer,
        columns=[*dict.fromkeys(["year", "measure", "country", "permits", "share_pct", column]), "rank", "vintage"],
    )
