"""Feeds: both forms say the same, ids stay, days are of the data, links lead to the place, and programs may ask again."""

from datetime import date, timedelta
from html import unescape
from unittest import mock
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

import queries
from data import catalog, clock
from extracts.feeds.entries import FEEDS, Entry
from extracts.feeds.forms import Whole, as_atom, as_json
from extracts.feeds.routes import ROUTES
from tests.seen import day
from ui import head, site

CLIENT = TestClient(Starlette(routes=ROUTES), headers={"Accept-Encoding": "identity"})
ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture(autouse=True)
def _day():
    with day.fixed():
        yield


def atom(content):
    """(id, title, day, address) of each entry, and the day of the feed."""
    feed = ElementTree.fromstring(content)  # noqa: S314 - ours
    entries = [
        (entry.findtext("a:id", "", ATOM), entry.findtext("a:title", "", ATOM), entry.findtext("a:updated", "", ATOM),
         entry.find("a:link", ATOM).get("href"), unescape(entry.findtext("a:summary", "", ATOM)))
        for entry in feed.iterfind("a:entry", ATOM)
    ]  # fmt: skip
    return entries, feed.findtext("a:updated", "", ATOM)


@pytest.mark.parametrize("language", catalog.LANGUAGES)
@pytest.mark.parametrize("name", FEEDS)
def test_both_forms_say_the_same_of_the_rows(name, language):
    found = CLIENT.get(f"/feeds/{name}.atom?lang={language}&top=20")
    assert found.headers["content-type"] == "application/atom+xml; charset=utf-8"
    entries, updated = atom(found.content)
    same = CLIENT.get(f"/feeds/{name}.json?lang={language}&top=20")
    assert same.headers["content-type"] == "application/feed+json; charset=utf-8"
    about = same.json()
    assert about["version"] == "https://jsonfeed.org/version/1.1"
    said = [(i["id"], i["title"], i["date_published"], i["url"], i["content_text"]) for i in about["items"]]
    assert said == entries != []
    assert len({code for code, *_ in entries}) == len(entries)
    assert updated == max(moment for _, _, moment, *_ in entries) == entries[0][2]
    for _, title, _, url, says in entries:
        assert "{" not in title + says
        assert url.startswith("http://testserver/")
        assert urlsplit(url).path[1:] in site.pages()
        assert parse_qs(urlsplit(url).query)["lang"] == [language]


def test_an_entry_leads_to_its_event_and_carries_its_words():
    rows = queries.ask("latest_events", date=day.DAY.isoformat(), top=3, lang="es").frame
    entries, _ = atom(CLIENT.get("/feeds/events.atom?lang=es&top=3").content)
    assert [title for _, title, *_ in entries] == list(rows["title"])
    assert [parse_qs(urlsplit(url).query)["event"] for *_, url, _ in entries] == [[event] for event in rows["event"]]
    assert all(summary in says for summary, (*_, says) in zip(rows["summary"], entries, strict=True))


def test_another_day_changes_nothing_that_has_not_happened():
    before = {name: CLIENT.get(f"/feeds/{name}.json?date=2026-09-01").json() for name in ("events", "agenda", "rates")}
    with mock.patch.object(clock, "today", return_value=day.DAY + timedelta(days=400)):
        for name, feed in before.items():
            assert CLIENT.get(f"/feeds/{name}.json?date=2026-09-01").json() == feed
    newest = max(date.fromisoformat(item["date_published"][:10]) for item in before["events"]["items"])
    assert newest <= date(2026, 9, 1)


def test_filters_narrow_a_feed():
    of_mexico = CLIENT.get("/feeds/rates.json?partner=MEX").json()["items"]
    assert {item["tags"][0] for item in of_mexico} == {"MEX"}
    strains = CLIENT.get("/feeds/events.json?effect=strain&category=tariffs&top=4&lang=en").json()["items"]
    assert {tag for item in strains for tag in item["tags"]} == {"Tariffs"}
    assert all(item["content_text"].startswith("Strain.") for item in strains)
    none = CLIENT.get("/feeds/events.atom?text=zzzz").content
    assert atom(none)[0] == []


def test_a_rate_is_that_of_the_law_of_the_day():
    first = CLIENT.get("/feeds/rates.json?partner=CAN&lang=en&top=1").json()["items"][0]
    rate = queries.ask("tariff_rate", date=first["date_published"][:10], partner=["CAN"]).frame["effective_rate_pct"]
    assert f"to {rate[0]:.2f}%" in first["title"]


def test_programs_ask_again_for_little_and_from_any_page():
    first = CLIENT.get("/feeds/agenda.atom?lang=fr", headers={"Origin": "https://other.example"})
    assert first.headers["access-control-allow-origin"] == "*"
    again = CLIENT.get("/feeds/agenda.atom?lang=fr", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    ("asked", "status", "says"),
    [
        ("weather.atom", 404, "There is no feed “weather”. Known are: events, agenda, revisions, rates."),
        ("events.rss", 404, "atom, json"),
        ("events.json?effect=joy", 400, "effect"),
        ("events.json?lang=de", 400, "en, fr, es"),
        ("rates.json?sector=12", 400, "known are"),
        ("agenda.atom?top=0", 400, "top"),
    ],
)
def test_what_there_is_no_feed_of_is_said(asked, status, says):
    refused = CLIENT.get(f"/feeds/{asked}")
    assert refused.status_code == status
    assert says in refused.text


def test_words_of_a_row_are_no_markup():
    evil = '<script>x</script> & "y" ]]>'
    entry = Entry("a<b&c", date(2026, 1, 2), evil, evil, "/trade?a=1&b=<", "", evil)
    whole = Whole(
        "n", evil, "We", "en", "https://x.example", "https://x.example/o", "https://x.example/h", entry.day, (entry,)
    )
    (read,), _ = atom(as_atom(whole))
    assert read[1] == read[4] == evil
    assert b"<script>" not in as_atom(whole)
    assert b"&amp;lt;script" in as_atom(whole), "a reader that takes the summary for HTML sees words"
    assert evil in as_json(whole).decode().replace('\\"', '"')


@pytest.mark.parametrize(("page", "feeds"), [("timeline", 2), ("overview", 8), ("people", 0)])
def test_the_head_of_a_page_names_the_feeds_of_what_it_shows(page, feeds):
    named = [
        line for line in head.head(page, "fr", "http://testserver").splitlines() if "+xml" in line or "feed+" in line
    ]
    assert len(named) == feeds
    for line in named:
        kind, address = (line.split(f'{name}="')[1].split('"')[0] for name in ("type", "href"))
        assert CLIENT.get(unescape(address)).headers["content-type"].startswith(kind)
