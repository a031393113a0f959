"""Farm, fishing and food: what each country sells the other, by year, as Canada counts it."""

import queries
from pages.trade import measures
from pages.trade import years as by_year
from pages.trade.measures import Series
from ui import figure, marks, numbers, words
from ui.filters import Years
from ui.language import text
from ui.measures import CURRENT, Measure
from ui.remember import remembered

DRAWN = ["imports_cad_m", "exports_cad_m", "balance_cad_m"]


def draw(years: Years, measure: Measure) -> None:
    """Both flows with Mexico by year, in the measure chosen."""
    if measure.code != CURRENT:
        series = Series("food", "food", text("trade.series.food"), text("trade.series.customs"))
        measures.draw(series, years, measure)
        return
    figure.draw(flows(years) or text("empty.rows"))


@remembered
def flows(years: Years) -> figure.Figure | None:
    """Both flows with Mexico by year; the last year with the United States said beside it for scale."""
    answer = queries.ask("farm_food_trade", **years.params)
    if answer.frame.empty:
        return None
    frame = words.named(answer.frame, "grade")
    last = frame.iloc[-1]
    marked = marks.by_year("trade", frame["year"].min(), frame["year"].max())
    return figure.Figure(
        key="food",
        finding=text(
            "trade.food.finding",
            year=last["year"],
            imports=numbers.drawn(last["imports_cad_m"]),
            exports=numbers.drawn(last["exports_cad_m"]),
        ),
        subtitle=text(
            "trade.food.subtitle",
            unit=numbers.at_start(numbers.axis_unit("cad")),
            year=last["year"],
            us_imports=numbers.money(last["us_imports_cad_m"]),
            us_exports=numbers.money(last["us_exports_cad_m"]),
            vintage=last["vintage"],
            grade=last["grade"],
        ),
        panels=[by_year.panel(frame, DRAWN, "cad", marked)],
        answer=answer,
        columns=["year", *DRAWN, "us_imports_cad_m", "us_exports_cad_m", "vintage", "grade"],
        beside=marked.answers,
    )
