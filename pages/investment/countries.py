"""Mexico among all countries."""

import queries
from ui import figure, numbers, words
from ui.charts import bars
from ui.filters import Years
from ui.language import current, text
from ui.measures import CONSTANT, INDEX, SHARE, Measure, none
from ui.remember import remembered

TOP = 15
CURRENT = ("position_cad_m", ",.1f", 1000)
# What is drawn in each other measure, in which form, and what its numbers are divided by.
DRAWN = {
    CONSTANT: ("position_constant_cad_m", ",.1f", 1000),
    SHARE: ("share_pct", ",.1f", 1),
    INDEX: ("position_index", ",.0f", 1),
}


@remembered
def picture(years: Years, direction: str, measure: Measure) -> figure.Figure | str:
    """Mexico among all countries in the latest year of the table; Canada's investment where both are chosen."""
    direction = "outward" if direction == "both" else direction
    known = queries.ask("direct_investment", **years.params, direction=direction).frame
    published = known[known["series"] == "statcan_table"]
    if published.empty:
        return text("investment.partners.none")
    params = {"year": int(published["year"].iloc[-1]), "direction": direction, "top": TOP}
    base = {"base": measure.base} if measure.base else {}
    answer = queries.ask("investment_partners", **params, **base)
    column, form, scale = DRAWN.get(measure.code, CURRENT)
    frame = words.named(answer.frame.dropna(subset=[column]), "country")
    if "MEX" not in set(frame["country"]):
        return none(measure)
    mexico = frame.set_index("country").loc["MEX"]
    label = [f"{rank}. {name}" for rank, name in zip(frame["rank"], frame["country_name"], strict=True)]
    frame = frame.assign(label=label, idea=["MEX" if code == "MEX" else "other" for code in frame["country"]])
    values = {
        "year": params["year"],
        "rank": numbers.ordinal(mexico["rank"]),
        "countries": mexico["countries"],
        "share": numbers.percent(mexico["share_pct"], 1),
    }
    return figure.Figure(
        key=f"partners-{direction}",
        finding=text("investment.partners.outward", **values)
        if direction == "outward"
        else text("investment.partners.inward", **values),
        subtitle=text(f"investment.partners.subtitle.{measure.code}", **{"year": params["year"], "base": measure.base}),
        panels=[
            (
                bars.ranked(column, "country", form, len(frame), current(), scale),
                frame[["country", "label", "idea", column]],
            )
        ],
        answer=answer,
        columns=[
            *dict.fromkeys(["year", "direction", "country", "position_cad_m", "share_pct", column]),
            *("rank", "vintage", "grade"),
        ],
    )
