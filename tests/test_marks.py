"""Events on charts over time: the strongest of a subject, labelled where there is room, and a switch that takes them out."""

from datetime import date

import pytest

import queries
from tests.visits import visit
from ui import marks as ui_marks
from ui.charts import lines, marks
from ui.charts.marks import Mark

ONE = Mark(1994, "NAFTA", "1 January 1994: NAFTA enters into force", 3)
NEAR = Mark(1995, "something long", "later", 1)
FAR = Mark(2020, "CUSMA", "2020", 2)


def names(spec):
    return [part.get("name") for part in spec["layer"]]


def drawn(events=()):
    return lines.over_years((("a", "CAN", "A"),), "%", False, "Year", (1990, 2025), "en", events=events)


@pytest.mark.parametrize("subject", ["relation", "trade", "investment", "people"])
def test_the_strongest_of_a_year_stands_for_it(subject):
    frame = queries.ask("event_marks", subject=subject).frame
    assert frame["year"].is_unique and (frame["year"] == frame["date"].dt.year).all()
    assert frame["intensity"].is_monotonic_decreasing
    assert len(queries.ask("event_marks", subject=subject, top=2).frame) == 2
    assert frame["intensity"].max() == queries.ask("event_marks", subject=subject, top=1).frame["intensity"].iloc[0]


def test_on_a_chart_they_stand_in_the_order_of_time():
    """A chart finds neighbours by their order."""
    found = [mark.at for mark in ui_marks.by_year("trade", 1990, 2026).marks]
    assert found == sorted(found)
    assert len(found) > 2


def test_what_the_briefs_name_is_marked():
    found = queries.ask("event_marks", subject="trade").frame.set_index("short")["date"]
    assert found["NAFTA"].date() == date(1994, 1, 1)
    assert found["CUSMA"].date() == date(2020, 7, 1)
    assert found["U.S. tariffs"].date() == date(2025, 3, 4)
    visas = queries.ask("event_marks", subject="people").frame.set_index("short")["date"]
    assert visas["visas return"].date() == date(2024, 2, 29)


def test_the_words_of_the_weaker_neighbour_on_a_row_give_way():
    first, _, near = marks._rows((ONE, FAR, NEAR))
    assert "after" not in first
    assert near["before"] == 1994
    assert near["before_half"] > 20


def test_words_give_way_to_a_stronger_one_behind_a_weaker():
    """The nearer neighbour may itself have given way: then the farther one is what stands beside."""
    weak, later = Mark(1996, "weak", "", 1), Mark(1997, "later", "", 2)
    between = Mark(1995, "on the other row", "", 1)
    rows = marks._rows((ONE, between, weak, between, later))
    assert (rows[4]["before"], rows[2]["before"], rows[2]["after"]) == (1994, 1994, 1997)
    assert "after" not in rows[0]


def test_words_at_the_edge_reach_to_one_side_only():
    """The last word of a row ends at its rule: what is before it needs the room of the whole word."""
    assert "width - datum.half ? 2 * datum.half" in marks._reach("place", "half", "before")
    assert "width - datum.half ? 0" in marks._reach("place", "half", "after")


def test_marks_make_room_and_can_be_taken_out():
    plain, marked = drawn(), drawn((ONE, NEAR, FAR))
    assert marks.NAME in names(marked)
    assert marked["height"] - plain["height"] == marks.ROOM
    assert marks.NAME not in names(marks.without(marked))


def test_a_switch_takes_events_off_the_charts():
    def layers(**params):
        charts = [one.proto.spec for one in visit("trade", "en", **params).get("vega_lite_chart")]
        return [f'"name": "{marks.NAME}"' in chart for chart in charts]

    assert layers()[0]
    assert not any(layers(events="off"))
