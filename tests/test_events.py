"""Events: one rule for what Washington does, steps of an act count once, official sources are official, words neutral."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest

import queries
from data import catalog
from data.tables import events

DIRECTION = {
    "strain": {"raises", "threatens", "withholds", "sets_apart"},
    "repair": {"eases"},
    "neutral": {"keeps", "says"},
}
# Starts and ends of U.S. duties that the tariff engine knows too.
STARTS = ["e058", "e059", "e060", "e062", "e063", "e066", "e072", "e094", "e096", "e098", "e110"]
# A duty that replaces another of the same rate moves the average by less than this.
SAME_PP = 0.1
OFFICIAL = (
    ".gc.ca", ".gov", ".gob.mx", "canada.ca", "wto.org", "sice.oas.org", "embamexcan.com",
    "bac-lac.wayback.archive-it.org", "www.newswire.ca",
)  # fmt: skip
LOADED = [
    "betray", "quietly", "distrust", "shield", "wedge", "fence-mending", "quarrel", "derogatory", "rebuke",
    "trahi", "discrètement", "méfiance", "bouclier", "querelle", "frapp", "désobligeant",
    "traici", "discretamente", "desconfianza", "escudo", "pleito", "golpe", "despectivo",
]  # fmt: skip


@pytest.fixture(scope="module")
def rows():
    return events.rows().set_index("event")


def in_words(language):
    return queries.ask("events", lang=language).frame.set_index("event")


def test_what_washington_does_decides_the_direction(rows):
    acts = rows[rows["us_act"] != ""]
    assert set(acts["us_act"]) == set().union(*DIRECTION.values())
    for effect, kinds in DIRECTION.items():
        assert set(acts.loc[acts["us_act"].isin(kinds), "effect"]) == {effect}
    assert set(rows["us_act"]) <= set(catalog.codes("us_act"))


def test_the_rule_holds_for_all_acts_of_the_united_states_and_no_others(rows):
    assert ((rows["us_act"] != "") == rows["actors"].str.startswith("USA")).all()


@pytest.mark.parametrize("event", STARTS)
def test_the_direction_is_that_of_the_rates(event, rows):
    row = rows.loc[event]
    days = {"before": row["date"] - timedelta(days=1), "after": row["date"]}
    rates = {
        when: queries.ask("tariff_rate", date=str(day), partner=["CAN", "MEX"]).frame["effective_rate_pct"]
        for when, day in days.items()
    }
    moved = rates["after"].sum() - rates["before"].sum()
    expected = "strain" if moved > SAME_PP else "repair" if moved < -SAME_PP else "neutral"
    assert row["effect"] == expected


def test_steps_of_one_act_point_to_one_event_and_have_one_direction(rows):
    steps = rows[rows["act"] != rows.index]
    assert len(steps) > 10
    for event, step in steps.iterrows():
        act = rows.loc[step["act"]]
        assert act["act"] == step["act"], f"{event} is a step of a step"
        assert act["effect"] == step["effect"], event


def test_orders_and_starts_count_once():
    counts = queries.ask("event_counts", text="50%", scope=["canada-us"], **{"from": 2026}).frame.set_index("effect")
    assert counts.loc["strain", "acts"] < counts.loc["strain", "events"]


def test_section_338_began_on_22_august_and_the_answer_on_8_september(rows):
    assert str(rows.loc["e112", "date"]) == "2026-08-22"
    assert str(rows.loc["e129", "date"]) == "2026-09-08"
    assert rows.loc["e126", "us_act"] == "eases"


def test_what_was_written_before_its_day_says_so(rows):
    scheduled = rows.index[rows["confidence"] == "scheduled"]
    assert list(scheduled) == ["e135", "e136"]
    for language in catalog.LANGUAGES:
        assert in_words(language).loc[scheduled, "note"].ne("").all()
    assert str(rows["date"].max()) == "2026-10-02"


def test_every_event_names_a_source_and_an_official_one_is_official(rows):
    assert rows["source_title"].ne("").all()
    official = rows[rows["grade"] == "B"]
    assert len(official) >= 50
    for event, url in official["source_url"].items():
        assert urlsplit(url).hostname.endswith(OFFICIAL), event
    assert rows["source_url"].str.contains("github.com").sum() <= 6


@pytest.mark.parametrize("language", catalog.LANGUAGES)
def test_words_are_neutral(language):
    found = in_words(language)
    for column in ("title", "summary", "reason"):
        for event, words in found[column].items():
            assert not [word for word in LOADED if word in words.lower()], f"{event}: {words}"
