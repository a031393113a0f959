"""What was promised: each promise has its evidence, and dates mean what they say."""

from datetime import date

import pytest
from icalendar import Calendar
from starlette.applications import Starlette
from starlette.testclient import TestClient

import queries
from extracts import calendar
from extracts.routes import ROUTES
from pages.agenda import routes
from tests.visits import html, visit


def promises(**params):
    return queries.ask("agenda", **params).frame.set_index("promise")


def test_every_promise_has_evidence():
    evidence = queries.ask("agenda_evidence").frame
    assert set(evidence["promise"]) == set(promises().index)


@pytest.mark.parametrize(
    ("day", "late"), [("2025-12-31", False), ("2026-01-01", True)], ids=["its month runs", "its month is over"]
)
def test_a_promise_is_late_when_its_month_is_over(day, late):
    assert promises(date=day).loc["evaluation", "is_late"] == late


def test_what_is_done_is_never_late():
    assert not promises(date="2100-01-01").query("agenda_status in ('done', 'not_agreed')")["is_late"].any()


def test_the_nearest_date_comes_first():
    """A year is over with its last day, so that January stands before it."""
    due = list(queries.ask("agenda_dates", date="2027-01-01").frame["due_on"])
    assert due[:2] == ["2027-01-12", "2027"]
    assert queries.ask("agenda_dates", date="2027-01-13").frame["due_on"].iloc[0] == "2027"


def test_contradictory_claims_stand_side_by_side():
    page = html(visit("agenda", pillar="routes"))
    assert "Up to 10 million containers a year." in page
    assert "One million more, 5 million in 2030." in page


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("en", "Of <strong>4 promises and agreed dates</strong>, <strong>1 is done</strong> and 1 is past its date"),
        (
            "fr",
            "Sur <strong>4 promesses et échéances convenues</strong>, <strong>1 est réalisée</strong> et 1 a dépassé",
        ),
        (
            "es",
            "De <strong>4 promesas y fechas acordadas</strong>, <strong>1 está cumplida</strong> y 1 rebasó su plazo",
        ),
    ],
)
def test_the_answer_counts_what_is_shown(language, says):
    assert says in html(visit("agenda", language, pillar="plan"))


def test_what_is_nothing_is_not_said():
    page = html(visit("agenda", pillar="environment"))
    assert "<strong>1 promise or agreed date</strong>: none is done yet, none past its date." in page
    assert "0 are" not in page


def test_the_page_says_up_to_when_sources_were_read():
    assert "up to 31 March 2026; for 4 of them, up to 2 October 2026." in html(visit("agenda"))
    assert "Sources were read up to 31 March 2026." in html(visit("agenda", pillar="environment"))


def test_a_promise_has_its_own_address():
    page = html(visit("agenda", "en", promise="land_bridge"))
    assert "<details open>" in page
    assert "promise=land_bridge" in page
    assert "not among what is shown" in html(visit("agenda", "en", promise="land_bridge", pillar="plan"))


def test_the_calendar_is_one_that_calendars_read():
    """RFC 5545: CRLF, lines of 75 octets, one entry a date with an identity of its own, the same in every language."""
    served = TestClient(Starlette(routes=ROUTES)).get("/agenda.ics?lang=fr")
    assert served.headers["content-type"].startswith("text/calendar")
    lines = served.content.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    entries = {str(entry["uid"]): entry for entry in Calendar.from_ical(served.content).events}
    dates = queries.ask("agenda_dates", date="1944-01-01", top=1000).frame
    assert len(entries) == len(dates)
    assert set(entries) == {f"{promise}@{calendar.HOST}" for promise in dates["promise"]}
    assert {str(entry["uid"]) for entry in Calendar.from_ical(calendar.agenda("", "es")).events} == set(entries)
    review = entries[f"annual_review@{calendar.HOST}"]
    assert review.start == date(2027, 12, 31)
    assert str(review["summary"]) == "Examen annuel de l’ACEUM, 2027 (2027)"
    assert calendar.last_day("2028-02") == date(2028, 2, 29)


def test_the_map_names_every_route_once():
    found = queries.ask("agenda_routes").frame
    assert set(found["route"]) == set(routes.NAMES)
    assert (found["route_kind"] == "port").eq(found.groupby("route")["stop"].transform("max") == 1).all()
