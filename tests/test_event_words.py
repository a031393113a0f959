"""Events are found by the words of each language, and counted as they are listed."""

import re
import unicodedata

import pytest

import queries


@pytest.mark.parametrize(
    ("params", "column", "wanted"),
    [
        ({"category": ["tariffs"]}, "category", "tariffs"),
        ({"effect": ["repair"]}, "effect", "repair"),
        ({"scope": ["canada-us"]}, "scope", "canada-us"),
        ({"confidence": ["headline"]}, "confidence", "headline"),
    ],
)
def test_event_filters(params, column, wanted):
    found = queries.ask("events", **params).frame
    assert 0 < len(found) < 137
    assert set(found[column]) == {wanted}


def found(language, text):
    return queries.ask("events", lang=language, text=text).frame


def words_of(event):
    """Title and summary in words, as a reader of any language would split and lower them."""
    plain = unicodedata.normalize("NFD", f"{event['title']} {event['summary']}".lower().replace("œ", "oe"))
    return re.findall(r"[^\W_]+", "".join(letter for letter in plain if not unicodedata.combining(letter)))


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("en", "visa"),
        ("en", "tariff"),
        ("en", "mexic"),
        ("fr", "acier"),
        ("fr", "visa"),
        ("es", "arancel"),
        ("es", "acci"),
    ],
)
def test_event_text_is_the_beginning_of_a_word_in_the_language(language, word):
    hits = set(found(language, word)["event"])
    rows = queries.ask("events", lang=language).frame.to_dict("records")
    assert hits == {row["event"] for row in rows if any(held.startswith(word) for held in words_of(row))} != set()


def test_event_text_is_not_found_inside_words_nor_in_other_languages():
    assert len(found("en", "visa")) == 8, "French visant is no visa"
    assert found("en", "port").empty, "support and exports are no port"
    assert found("en", "arancel").empty
    assert found("fr", "tariff").empty
    assert found("en", "va").empty, "two letters are a word, not a beginning"


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "visas", "visa"),
        ("en", "duties", "duty"),
        ("en", "CUSMA review", "review  cusma"),
        ("en", "USMCA", "CUSMA"),
        ("en", "Méxi", "mexi"),
        ("fr", "Boeuf", "bœuf"),
        ("fr", "l'acier", "L’ACIER"),
        ("fr", "CUSMA", "aceum"),
        ("es", "reunión", "REUNIONES"),
        ("es", "TMEC", "T-MEC"),
    ],
)
def test_event_text_forgives_order_accents_and_plurals(language, one, other):
    hits = set(found(language, one)["event"])
    assert hits == set(found(language, other)["event"]) != set()


def test_every_word_that_is_typed_must_be_found():
    assert set(found("en", "steel quotas")["event"]) < set(found("en", "steel")["event"])
    assert found("en", "' or 1=1 --").empty
    assert found("en", "--").empty
    assert len(found("en", "  ")) == len(queries.ask("events").frame)


@pytest.mark.parametrize(
    "chosen", [{"text": "steel"}, {"actor": ["USA"], "to": 2025}, {"scope": ["canada-mexico"]}, {}]
)
def test_events_are_counted_as_they_are_listed(chosen):
    listed = queries.ask("events", **chosen).frame
    counts = queries.ask("event_counts", **chosen).frame.set_index("effect")
    assert counts["events"].to_dict() == listed["effect"].value_counts().to_dict()
    assert counts["acts"].to_dict() == listed.groupby("effect")["act"].nunique().to_dict()


def test_actor_filter_keeps_events_with_several_actors():
    found = queries.ask("events", actor=["USA"]).frame
    assert len(found) == 79
    assert found["actors"].str.contains("CAN").any()
