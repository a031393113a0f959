"""Mexico among the countries with most permit holders."""

import streamlit as st

import queries
from pages.people import choices
from ui import figure, numbers, words
from ui.charts import bars
from ui.filters import Years
from ui.language import current, text

TOP = 15


def draw(years: Years) -> None:
    """Mexico among the countries with most permit holders."""
    measure = choices.measure()
    year = choices.last_whole_year(years, measure)
    if year is None:
        st.info(
            words.literal(
                text("empty.years", what=words.code("measure", measure), years=numbers.years(years.first, years.last))
            )
        )
        return
    params = {"year": year, "measure": measure, "top": TOP}
    answer = queries.ask("study_permits_rank", **params)
    frame = words.named(answer.frame, "country")
    mexico = frame.set_index("country").loc["MEX"]
    label = [f"{rank}. {name}" for rank, name in zip(frame["rank"], frame["country_name"], strict=True)]
    frame = frame.assign(label=label, idea=["MEX" if code == "MEX" else "other" for code in frame["country"]])
    figure.draw(
        key="ranking",
        finding=text(
            "people.ranking.finding",
            year=year,
            rank=numbers.ordinal(mexico["rank"]),
            share=numbers.percent(mexico["share_pct"], 1),
        ),
        subtitle=f"{words.code('measure', measure)}, {year}. {text('people.ranking.subtitle')}",
        panels=[
            (
                bars.ranked("permits", "country", ",.0f", len(frame), current()),
                frame[["country", "label", "idea", "permits"]],
            )
        ],
        answer=answer,
        columns=["year", "measure", "country", "permits", "share_pct", "rank", "vintage"],
    )
