"""Goods, money, people and events on one time axis."""

import queries
from ui import figure, numbers, words
from ui.charts import timeline as timeline_chart
from ui.filters import Years
from ui.language import current, text

LANES = ("goods", "money", "people", "events")


def draw(years: Years) -> None:
    """Goods, money, people and events on one time axis, each lane with its own unit."""
    params = years.params
    answer = queries.ask("overview_strip", **params)
    frame = answer.frame
    named = {
        "goods": (("imports", "MEX"), ("exports", "CAN")),
        "money": (("position", "CAN"), ("quoted", "other")),
        "people": (("study_permits", "MEX"), ("asylum_claims", "other")),
        "events": (("strain", "strain"), ("repair", "repair")),
    }
    units = {
        "goods": text("overview.lane.goods", unit=numbers.axis_unit("cad")),
        "money": text("overview.lane.money", unit=numbers.axis_unit("cad")),
        "people": text("overview.lane.people"),
        "events": text("overview.lane.events"),
    }
    plotted = timeline_chart.pieces(frame, "year", ["lane", "series"], 1)
    panels = [
        (
            timeline_chart.lane(
                (years.first, years.last),
                units[lane],
                tuple((series, idea, words.code("series", series)) for series, idea in named[lane]),
                lane in ("goods", "money"),
                lane == "events",
                lane == LANES[-1],
                words.heading("year"),
                current(),
            ),
            plotted[plotted["lane"] == lane],
        )
        for lane in LANES
    ]
    figure.draw(
        key="strip",
        finding=text("overview.strip.finding", years=numbers.years(years.first, years.last)),
        subtitle=text("overview.strip.subtitle"),
        panels=panels,
        answer=answer,
        columns=["year", "lane", "series", "value", "unit"],
    )
