"""The timeline: chapters without gaps, names that do not cover each other, filters that hold unseen, old addresses."""

import itertools
import re
from datetime import date
from html import unescape
from urllib.parse import parse_qsl

import pytest

import queries
from pages.timeline import chapters, chart, names
from pages.timeline.chapters import Window
from pages.timeline.choices import Choices
from tests.visits import html, visit
from ui.language import text_in

TODAY = date(2026, 9, 15)
EVERYTHING = Choices(*[("all",)] * 5, text="", series="none")


def test_every_event_lies_in_one_chapter_and_each_ends_where_the_next_begins():
    found = queries.ask("timeline_chapters").frame
    ends = found["last_day"].iloc[:-1].to_list()
    assert [(later - end).days for end, later in zip(ends, found["first_day"].iloc[1:], strict=True)] == [1] * len(ends)
    assert found["last_day"].isna().to_list() == [False] * len(ends) + [True]
    assert found["events"].sum() == len(queries.ask("events").frame)
    tariffs = queries.ask("events", chapter="tariffs").frame["event"]
    assert tariffs.iloc[0] == "e054"
    assert "e077" not in set(tariffs)


def test_the_last_chapter_goes_on_up_to_the_day_of_the_visit(monkeypatch):
    for day, said in ((TODAY, "March–September 2026"), (date(2026, 11, 29), "March–November 2026")):
        monkeypatch.setattr("data.clock.today", lambda day=day: day)
        assert said in html(visit("timeline", "en"))


def test_the_strongest_acts_have_words_for_the_chart():
    found = queries.ask("events").frame
    strongest = found[found["intensity"] == 3]
    named = strongest.loc[strongest["label"] != "", "act"]
    assert set(strongest["act"]) == set(named)
    assert named.is_unique
    assert (found.loc[found["intensity"] < 3, "label"] == "").all()


@pytest.mark.parametrize("language", ["en", "fr", "es"])
@pytest.mark.parametrize(
    "window",
    [
        Window(date(2016, 1, 1), date(2026, 12, 31), TODAY),
        Window(date(1944, 1, 1), date(2026, 12, 31), TODAY),
        Window(date(2024, 11, 1), date(2025, 9, 17), TODAY),
        Window(date(2024, 1, 1), date(2026, 12, 31), TODAY),
    ],
    ids=["opening", "all", "months", "visas return at the left"],
)
def test_names_do_not_cover_each_other(window, language):
    found = queries.ask("events", lang=language).frame
    found = found.assign(date=found["date"].dt.date)
    found = found[found["date"].between(window.first, window.last)]
    corners = {"repair": text_in("timeline.up", language), "strain": text_in("timeline.down", language)}
    placed, rows = names.placed(found, window.first, window.last, tuple(corners.values()))
    named = placed[placed["label"] != ""]
    assert len(named) == (found["label"] != "").sum(), "all have room"
    for (effect, corner), taken in zip(corners.items(), rows, strict=True):
        of_effect = named[named["effect"] == effect]
        last = of_effect[of_effect["row"] == of_effect["row"].max()]
        begins = min(span(row, window)[0] for _, row in last.iterrows())
        assert taken == of_effect["row"].max() + (begins < names.LETTER * len(corner))
    for (_, one), (_, other) in itertools.combinations(named.iterrows(), 2):
        assert (one["effect"], one["row"]) != (other["effect"], other["row"]) or apart(one, other, window)


def test_a_window_of_one_day_has_room_for_its_event():
    """A last chapter on the day on which it begins."""
    found = queries.ask("events").frame
    found = found[found["label"] != ""].head(1).assign(date=TODAY)
    placed, rows = names.placed(found, TODAY, TODAY, ("▲", "▼"))
    assert (placed["row"].tolist(), sorted(rows)) == ([1], [0, 2]), "a row more for the word in the corner"


def span(row, window):
    """Where a name begins and ends, in pixels of a phone."""
    at = (row["date"] - window.first) / (window.last - window.first) * names.NARROWEST
    width = names.LETTER * len(row["label"])
    return (at - width, at) if row["side"] == "left" else (at, at + width)


def apart(one, other, window):
    (start, end), (begin, until) = span(one, window), span(other, window)
    return end <= begin or until <= start


def test_filters_behind_the_button_hold_while_it_is_closed():
    page = html(visit("timeline", "en", actor="MEX", effect="strain", text="visa"))
    found = queries.ask("events", actor=["MEX"], effect=["strain"], text="visa", **{"from": 2016})
    assert f"holds <strong>{len(found.frame)} event" in page
    at = visit("timeline", "en", actor="MEX", effect="strain")
    assert {choice.key for choice in at.multiselect} == {"address:category", "address:scope"}


def test_a_chapter_is_an_address_and_years_still_are():
    review = html(visit("timeline", "en", chapter="review", **{"from": "1994", "to": "1995"}))
    assert re.search(r"Review, March(–| 2026–)", review)
    years = html(visit("timeline", "en", **{"from": "1994", "to": "1995"}))
    assert "The 1994–1995 timeline holds" in years
    assert "is not known" in html(visit("timeline", "en", chapter="nowhere"))


def test_chapters_are_links_that_keep_the_other_choices_and_mark_the_one_shown():
    given = {"effect": "strain", "from": "1994", "to": "2005"}
    page = html(visit("timeline", "fr", chapter="review", event="nafta", **given))
    (nav,) = re.findall(r'<nav class="chapters" aria-label="Chapitre">(.*?)</nav>', page, re.DOTALL)
    places = re.findall(r'<a href="timeline\?([^"]*)" target="_self"( aria-current="true")?>(.*?)</a>', nav)
    rows = queries.ask("timeline_chapters", lang="fr").frame
    known = {row.chapter: f"{number} {row.name}" for number, row in enumerate(rows.itertuples(index=False), 1)}
    assert [name for _, _, name in places] == ["1994–2005", *known.values()]
    kept = {"lang": "fr", **given}
    assert [dict(parse_qsl(unescape(address))) for address, _, _ in places] == [
        kept,
        *({**kept, "chapter": code} for code in known),
    ]
    assert [name for _, mark, name in places if mark] == [known["review"]]


def test_without_an_event_there_is_no_series_either():
    at = visit("timeline", "en", text="zzzz", series="imports")
    assert not at.get("vega_lite_chart")
    assert not at.toggle, "no rows to show"
    assert [slider.label for slider in at.slider] == ["Years"], "but years to choose"


def test_the_title_names_the_year_with_most_strains():
    found = queries.ask("events", effect=["strain"], **{"from": 2016}).frame
    begun = found.groupby("act")["date"].min().dt.year.value_counts()
    window = Window(date(2016, 1, 1), date(2026, 12, 31), TODAY)
    said = f"{begun.idxmax()} alone brought {begun.max()} of {begun.sum()} strains in 2016–2026"
    assert chart.made(EVERYTHING, window).finding == said
    assert len(chapters.within(window)) == len(chapters.known(window.today)) - 1


def test_the_bar_of_all_years_shows_which_are_in_the_window():
    page = html(visit("timeline", "en", **{"from": "2020", "to": "2022"}))
    assert re.findall(r'<i class="in" title="(\d{4})', page) == ["2020", "2021", "2022"]
    assert page.count('<i class="out"') == 2026 - 1944 + 1 - 3


def test_an_event_of_the_address_is_shown_though_the_window_leaves_it_out():
    page = html(visit("timeline", "en", **{"from": "2024", "event": "e020"}))
    assert page.count("<details open>") == 1
    assert "CPTPP takes effect" in page


def test_what_is_still_to_come_is_not_among_the_latest_events():
    dates = queries.ask("latest_events", date="2026-09-15", top=200).frame["date"]
    assert dates.iloc[0].date() == date(2026, 9, 15)
