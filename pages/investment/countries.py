"""Mexico among all countries."""

import streamlit as st

import queries
from ui import figure, numbers, words
from ui.charts import bars
from ui.filters import Years
from ui.language import current, text

TOP = 15


def draw(years: Years, direction: str) -> None:
    """Mexico among all countries in the latest year of the table; Canada's investment where both are chosen."""
    direction = "outward" if direction == "both" else direction
    known = queries.ask("direct_investment", **years.params, direction=direction).frame
    published = known[known["series"] == "statcan_table"]
    if published.empty:
        st.info(words.literal(text("investment.partners.none")))
        return
    params = {"year": int(published["year"].iloc[-1]), "direction": direction, "top": TOP}
    answer = queries.ask("investment_partners", **params)
    frame = words.named(answer.frame, "country")
    mexico = frame.set_index("country").loc["MEX"]
    label = [f"{rank}. {name}" for rank, name in zip(frame["rank"], frame["country_name"], strict=True)]
    frame = frame.assign(label=label, idea=["MEX" if code == "MEX" else "other" for code in frame["country"]])
    values = {
        "year": params["year"],
        "rank": numbers.ordinal(mexico["rank"]),
        "countries": mexico["countries"],
        "share": numbers.percent(mexico["share_pct"], 1),
    }
    figure.draw(
        key=f"partners-{direction}",
        finding=text("investment.partners.outward", **values)
        if direction == "outward"
        else text("investment.partners.inward", **values),
        subtitle=text("investment.partners.subtitle", year=params["year"]),
        panels=[
            (
                bars.ranked("position_cad_m", "country", ",.1f", len(frame), current(), 1000),
                frame[["country", "label", "idea", "position_cad_m"]],
            )
        ],
        answer=answer,
        columns=["year", "direction", "country", "position_cad_m", "share_pct", "rank", "vintage", "grade"],
    )
