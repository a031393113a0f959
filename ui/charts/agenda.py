"""Promises as marks, one row a part of the agenda; and the small map of ports and routes."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Literal

import altair as alt

from ui.charts import palette
from ui.charts.specification import finish, rows

PICK = "pick"
# Room of a mark, the same at any width.
ROW, STEP = 46, 44
# A name beside its place stays within the map on a phone, where its place says how long it may be.
NAME_ROOM = "width < 480 ? datum.name_room : 300"
MAP_HEIGHT = 400
SIDES: tuple[tuple[str, Literal["left", "right"], int], ...] = (("left", "right", -3), ("right", "left", 3))
Ring = tuple[str, tuple[tuple[float, float], ...]]


@lru_cache
def promises(parts: tuple[str, ...], headings: tuple[str, str], language: str) -> dict[str, Any]:
    """One mark a promise, in the row of its part (`part`, 0 first; `place`, 1 first), the name of the part above.

    Columns `mark`, `idea`, `title`, `status` and `promise`; `headings` title the tooltip: promise, status.
    """
    x = alt.X("place:Q").axis(None).scale(domainMin=0.6, domainMax=alt.ExprRef(f"0.6 + width / {STEP}"), nice=False)
    y = alt.Y("part:Q").axis(None).scale(domain=[-0.7, len(parts) - 0.15], reverse=True, nice=False)
    tooltip = [alt.Tooltip("title:N", title=headings[0]), alt.Tooltip("status:N", title=headings[1])]
    pick = alt.selection_point(name=PICK, fields=["promise"], on="click", clear=False)
    base = alt.Chart(rows())
    room = base.mark_point(shape="square", size=900, filled=True, opacity=0, cursor="pointer").encode(
        x=x, y=y, tooltip=tooltip
    )
    marks = base.mark_text(fontSize=20, fontWeight=700).encode(
        x=x, y=y, text="mark:N", color=palette.by("idea"), tooltip=tooltip
    )
    names = alt.Chart(alt.Data(values=[{"part": place, "name": name} for place, name in enumerate(parts)]))
    above = names.mark_text(align="left", dy=-20).encode(
        x=alt.value(0), y=y, text="name:N", color=palette.label("other")
    )
    return finish(alt.layer(above, marks, room.add_params(pick)), language, ROW * len(parts) + 16)


@lru_cache
def routes(outline: tuple[Ring, ...], headings: tuple[str, str], language: str) -> dict[str, Any]:
    """Ports as dots and routes as lines on a coarse outline, each with its name, in the colour of its country.

    Rows are places with `longitude`, `latitude`, `route`, `stop`, `idea`, `name`, `title`, `status`; where `is_named`,
    the name stands at `name_longitude`, `name_latitude`, on its `side`, in `name_room` pixels of a narrow map.
    """
    tooltip = [alt.Tooltip("title:N", title=headings[0]), alt.Tooltip("status:N", title=headings[1])]
    base = alt.Chart(rows()).encode(longitude="longitude:Q", latitude="latitude:Q")
    lines = (
        base.transform_filter("datum.route_kind != 'port'")
        .mark_line(strokeWidth=2.5)
        .encode(order="stop:Q", detail="route:N", color=palette.by("idea"))
    )
    pick = alt.selection_point(name=PICK, fields=["promise"], on="click", clear=False)
    dots = base.mark_point(filled=True, opacity=1, size=60, cursor="pointer").encode(
        color=palette.by("idea"), tooltip=tooltip
    )
    named = alt.Chart(rows()).transform_filter("datum.is_named")
    leaders = named.mark_rule(strokeWidth=1, opacity=0.6).encode(
        longitude="longitude:Q",
        latitude="latitude:Q",
        longitude2="name_longitude:Q",
        latitude2="name_latitude:Q",
        color=palette.by("idea"),
    )
    names = [
        named.transform_filter(f"datum.side == '{side}'")
        .mark_text(align=align, dx=dx, fontWeight=600, limit=alt.ExprRef(NAME_ROOM))
        .encode(longitude="name_longitude:Q", latitude="name_latitude:Q", text="name:N", color=palette.by("idea_text"))
        for side, align, dx in SIDES
    ]
    land = alt.Chart(alt.Data(values=_features(outline))).mark_geoshape(strokeWidth=0.75)
    shapes = land.encode(color=palette.fill("faint"), stroke=palette.rim("paper"))
    chart = alt.layer(shapes, lines, leaders, *names, dots.add_params(pick)).project("mercator")
    return finish(chart, language, MAP_HEIGHT)


def _features(outline: Sequence[Ring]) -> list[dict[str, Any]]:
    return [
        {
            "type": "Feature",
            "properties": {"country": country},
            "geometry": {"type": "Polygon", "coordinates": [[*map(list, points), list(points[0])]]},
        }
        for country, points in outline
    ]
