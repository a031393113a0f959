"""The ports and routes of the agenda on a small map."""

import pandas as pd

import queries
from ui import figure, numbers, words
from ui.charts import agenda as agenda_chart
from ui.charts import palette
from ui.language import count, current, text
from ui.remember import remembered

# Where the name of a route stands (longitude, latitude, side): in the sea or in the empty north, clear of the others.
# Last, how many pixels it has there on a phone.
NAMES = {
    "manzanillo": (-108.0, 20.6, "left", 108),
    "lazaro_cardenas": (-106.0, 15.6, "left", 108),
    "land_bridge": (-97.0, 11.6, "left", 108),
    "veracruz": (-90.0, 24.4, "right", 125),
    "southeast_gateway": (-88.5, 20.9, "right", 125),
    "contrecoeur": (-77.0, 49.0, "left", 190),
}


@remembered
def made() -> figure.Figure:
    """Ports and routes, each with its name, in the colour of its country."""
    answer = queries.ask("agenda_routes", lang=current())
    outline = queries.ask("outline")
    headings = (words.heading("promise"), words.heading("agenda_status"))
    places = answer.frame
    in_mexico = places.loc[places["country"] == "MEX", "route"].nunique()
    return figure.Figure(
        key="routes",
        finding=count(
            "agenda.routes",
            in_mexico,
            mexico=numbers.decimal(in_mexico),
            of=numbers.decimal(places["route"].nunique()),
        ),
        subtitle=text("agenda.routes.subtitle"),
        panels=[(agenda_chart.routes(_rings(outline.frame), headings, current()), _named(places))],
        answer=answer,
        columns=["name", "route_kind", "country", "longitude", "latitude", "title", "agenda_status", "source_url"],
        pick=("promise", "promise"),
        beside=[outline],
    )


def _rings(outline: pd.DataFrame) -> tuple[agenda_chart.Ring, ...]:
    rings = outline.groupby(["country", "ring"], sort=True)
    return tuple(
        (country, tuple(zip(points["longitude"], points["latitude"], strict=True))) for (country, _), points in rings
    )


def _named(places: pd.DataFrame) -> pd.DataFrame:
    """The places with where their name stands: once a route, at its first stop, of a line at the middle one."""
    at = places["route"].map(NAMES)
    named_stop = (places.groupby("route")["stop"].transform("max") + 1) // 2
    return places.assign(
        idea=places["country"],
        idea_text=places["country"].map(palette.TEXT_OF),
        status=places["agenda_status"].map(lambda code: words.code("agenda_status", code)),
        is_named=places["stop"] == named_stop,
        name_longitude=at.str[0],
        name_latitude=at.str[1],
        side=at.str[2],
        name_room=at.str[3],
    ).drop(columns=["source_url", "agenda_status", "country"])
