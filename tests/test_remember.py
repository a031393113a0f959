"""What is remembered: made once, bounded, gone with its edition, and never in another language."""

import threading
import time
from dataclasses import replace

import pandas as pd
import pytest

import queries
from data import editions
from queries import database
from tests.answers import forget_answers
from tests.visits import html, visit
from ui import language, numbers, remember
from ui.figure import Figure
from ui.remember import Memory, remembered


@pytest.fixture
def memory(monkeypatch):
    """A memory of 100 kB that nobody else uses."""
    fresh = Memory(100_000)
    monkeypatch.setattr(remember, "MEMORY", fresh)
    return fresh


@pytest.mark.parametrize("page", ["people", "trade"])
def test_a_page_that_has_been_asked_for_asks_no_sql(page, monkeypatch):
    visit(page, "en")
    asked = []
    fetch = database.Database.fetch

    def noted(self, name, sql, params):
        asked.append(name)
        return fetch(self, name, sql, params)

    monkeypatch.setattr(database.Database, "fetch", noted)
    visit(page, "en")
    assert asked == []


def test_what_is_remembered_keeps_packed_rows_and_no_frame(monkeypatch):
    memory = Memory(remember.LARGEST_BYTES)
    monkeypatch.setattr(remember, "MEMORY", memory)
    forget_answers()
    visit("trade", "en")
    kept = [made for made in memory._made.values() if isinstance(made, Figure)]
    answers = [answer for made in kept for answer in (made.answer, made.rows.answer, *made.beside)]
    remembered_answers = list(queries._answer.cache.values())
    assert len(kept) > 1
    assert len(remembered_answers) > 10
    # A collection of garbage goes through every object of every frame, and nobody is answered meanwhile.
    assert not [answer.name for answer in answers + remembered_answers if "frame" in vars(answer)]


def test_what_one_reader_does_to_rows_no_other_sees():
    first = queries.ask("trade_balance")
    rows = first.frame.copy()
    first.frame["exports_cad_m"] = 0.0
    first.frame.drop(index=first.frame.index, inplace=True)
    pd.testing.assert_frame_equal(queries.ask("trade_balance").frame, rows)


def test_many_at_once_have_it_made_once(memory):
    made = []

    @remembered
    def slow():
        made.append(1)
        time.sleep(0.05)
        return "done"

    with language.speaking("en"):
        pass
    found = []
    readers = [threading.Thread(target=lambda: found.append(in_language("en", slow))) for _ in range(8)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert found == ["done"] * 8
    assert len(made) == 1


def in_language(code, make):
    with language.speaking(code):
        return make()


def test_what_fails_is_tried_again(memory):
    tries = []

    @remembered
    def failing():
        tries.append(1)
        raise ValueError("no")

    for _ in range(2):
        with pytest.raises(ValueError, match="no"):
            in_language("en", failing)
    assert len(tries) == 2


def test_readers_of_two_languages_never_see_each_others_words(memory):
    @remembered
    def written(value):
        return f"{language.text('trade.imports')} {numbers.decimal(value, 1)}"

    said = [in_language(code, lambda: written(1234.5)) for code in ("en", "fr", "es", "en")]
    assert len(set(said)) == 3
    assert said[0] == said[3]
    assert "1,234.5" in said[0]


def test_what_is_remembered_is_bounded_by_its_bytes(memory):
    @remembered
    def long(number):
        return f"{number}" * 9_000

    for number in range(10, 60):
        in_language("en", lambda number=number: long(number))
    assert 50_000 < memory.bytes() <= 100_000


def test_another_edition_is_answered_anew_and_the_old_one_forgotten(memory, monkeypatch):
    made = []

    @remembered
    def named():
        made.append(editions.now().name)
        return made[-1] * 100

    in_language("en", named)
    before = memory.bytes()
    other = replace(editions.SHIPPED, name="other")
    monkeypatch.setattr(editions, "current", lambda: other)
    monkeypatch.setattr(editions, "now", lambda: other)
    assert in_language("en", named) == "other" * 100
    in_language("en", named)
    assert made == [editions.SHIPPED.name, "other"]
    assert memory.bytes() < 2 * before, "the old edition is still there"


def test_what_was_made_without_a_table_is_made_anew_once_the_table_is_mended(memory, monkeypatch):
    gone = {"events"}
    monkeypatch.setattr("queries.unavailable", lambda: gone)
    made = remembered(lambda: "no marks" if gone else "marks")
    assert in_language("en", made) == "no marks"
    gone.clear()
    assert in_language("en", made) == "marks"


def test_a_closed_table_writes_no_cell(monkeypatch):
    written = []
    monkeypatch.setattr("ui.rows._cell", lambda column, value: written.append(column) or "–")
    assert "finding" in html(visit("trade", "en"))
    assert written == []
    visit("trade", "en", turned_on=["rows:balance"], **{"from": "2019"})
    assert written
