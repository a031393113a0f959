"""Work permits and permanent residents."""

import streamlit as st

import queries
from pages.people.choices import span
from ui import figure, numbers, words
from ui.charts import lines
from ui.filters import Years
from ui.language import current, text


def draw(years: Years) -> None:
    """Work permits and permanent residents, by year."""
    answer = queries.ask("people_flows", stream=["tfwp", "imp", "pr"], **span(years))
    frame = answer.frame
    if frame.empty:
        st.info(
            words.literal(
                text("empty.years", what=text("people.view.work"), years=numbers.years(years.first, years.last))
            )
        )
        return
    wide = frame.pivot_table(index="year", columns="stream", values="persons").reset_index()
    last = wide.iloc[-1]
    names = {"tfwp": text("people.tfwp"), "imp": text("people.imp"), "pr": text("people.pr")}
    drawn = tuple((code, idea, names[code]) for code, idea in (("tfwp", "MEX"), ("imp", "ink"), ("pr", "other")))
    figure.draw(
        key="work",
        finding=text(
            "people.work.finding",
            year=int(last["year"]),
            tfwp=numbers.decimal(last["tfwp"]),
            imp=numbers.decimal(last["imp"]),
            pr=numbers.decimal(last["pr"]),
        ),
        subtitle=text("people.work.subtitle"),
        panels=[
            (
                lines.over_years(
                    drawn,
                    text("people.work.unit"),
                    False,
                    words.heading("year"),
                    (int(wide["year"].min()), int(wide["year"].max())),
                    current(),
                    names_on_top=True,
                ),
                wide,
            )
        ],
        answer=answer,
        columns=["year", "stream", "persons", "grade"],
    )
