"""What is made in advance: only in quiet times, the newest first, few at once, and never because of a job."""

import threading
import time
from dataclasses import dataclass

from queries.errors import TookTooLong
from queries.idle import Idle
from ui import ahead, language, remember
from ui.filters import Years
from ui.remember import Memory, remembered

PATIENCE_SECONDS = 60


def test_nothing_is_made_before_there_are_readers():
    idle = Idle(quiet=0)
    idle.later("a", never)
    idle.open()
    done = threading.Event()
    idle.later("b", done.set)
    assert done.wait(PATIENCE_SECONDS)


def test_when_no_job_is_left_memory_is_given_back_once():
    done, told = threading.Event(), []
    idle = Idle(quiet=0, long_quiet=0.2, at_end=lambda: (told.append(list(made)), done.set()))
    made = []
    idle.open()
    with idle.busy():
        for name in "ab":
            idle.later(name, lambda name=name: made.append(name))
    left = time.monotonic()
    assert done.wait(PATIENCE_SECONDS)
    assert time.monotonic() - left >= 0.19, "not between two clicks"
    time.sleep(0.5)
    assert told == [["b", "a"]]


def never(*_):
    raise AssertionError("a job that was given before the site opened")


def test_the_newest_come_first_when_nobody_is_answered_and_failures_end_nothing():
    idle, done, made = Idle(most=3, quiet=0), threading.Event(), []
    idle.open()

    def failing():
        made.append("failed")
        idle.later("of a job", never)
        raise TookTooLong("x", 1)

    with idle.busy():
        for name in "abcd":
            idle.later(name, lambda name=name: made.append(name))
        idle.later("a failing one", failing)
        assert made == [], "somebody is being answered"
    while len(made) < 3:
        threading.Event().wait(0.01)
    idle.later("after", done.set)
    assert done.wait(PATIENCE_SECONDS)
    assert made == ["failed", "d", "c"]


def test_what_may_be_asked_some_day_waits_for_all_else():
    idle, done, made = Idle(quiet=0, long_quiet=0), threading.Event(), []
    idle.open()
    with idle.busy():
        idle.some_day("far", lambda: (made.append("far"), done.set()))
        idle.later("near", lambda: made.append("near"))
    assert done.wait(PATIENCE_SECONDS)
    assert made == ["near", "far"]


def test_where_readers_come_too_often_it_is_made_between_their_answers_with_rests():
    """With a hundred readers it is never quiet for long, and just then it is worth most that a law is known."""
    idle, done, spans = Idle(quiet=PATIENCE_SECONDS, long_quiet=PATIENCE_SECONDS, rest=4), threading.Event(), []
    idle.open()

    def job():
        began = time.monotonic()
        time.sleep(0.05)
        spans.append((began, time.monotonic()))
        if len(spans) == 2:
            done.set()

    with idle.busy():
        idle.some_day("one", job)
        idle.some_day("other", job)
        idle.later("beside", never)
        time.sleep(0.1)
        assert spans == [], "somebody is being answered"
    assert done.wait(PATIENCE_SECONDS / 2)
    (_, ended), (began, _) = spans
    assert began - ended >= 0.2


@dataclass(frozen=True)
class Chosen:
    """Choices of a page, with a span of years among them."""

    years: Years
    sector: str


def test_the_years_beside_are_made_ahead_and_the_other_languages_some_day(monkeypatch):
    soon, some_day = {}, {}
    monkeypatch.setattr(ahead.IDLE, "later", soon.__setitem__)
    monkeypatch.setattr(ahead.IDLE, "some_day", some_day.__setitem__)
    monkeypatch.setattr(remember, "MEMORY", Memory(100_000))

    @remembered
    def inner(chosen):
        return f"{language.current()} {chosen.sector}"

    @remembered
    def outer(chosen):
        return f"{inner(chosen)} {chosen.years.first}–{chosen.years.last}"

    with language.speaking("fr"):
        outer(Chosen(Years(2010, 2011), "87"))
        outer(Chosen(Years(2010, 2011), "87"))
    jobs = [*soon.items(), *some_day.items()]
    assert len(jobs) == 5, "what is made of others has no jobs of its own, and what is known none at all"
    assert ("fr", Years(2011, 2011)) in [(spoken, given.years) for _, _, spoken, (given,) in soon]
    others = [(spoken, given.years) for _, _, spoken, (given,) in some_day]
    assert others == [("en", Years(2010, 2011)), ("es", Years(2010, 2011))]
    for _, job in jobs:
        job()
    monkeypatch.setattr(ahead, "later", never)
    with language.speaking("es"):
        assert outer(Chosen(Years(2010, 2011), "87")) == "es 87 2010–2011"


def test_who_comes_to_what_was_made_ahead_finds_what_is_beside_it_made_next(monkeypatch):
    """A reader who moves along the years would else wait at every other one."""
    done, jobs = threading.Event(), {}
    idle = Idle(quiet=0)
    idle.open()
    monkeypatch.setattr(remember, "MEMORY", Memory(100_000))
    monkeypatch.setattr(remember, "IDLE", idle)
    monkeypatch.setattr(ahead, "later", lambda _, __, args: jobs.__setitem__(args, True))

    @remembered
    def made(chosen):
        return f"{chosen.years.first}"

    first, second = (Chosen(Years(year, 2011), "87") for year in (2008, 2009))
    made(first)
    idle.later("ahead", lambda: (made(second), done.set()))
    assert done.wait(PATIENCE_SECONDS)
    assert list(jobs) == [(first,)]
    made(second)
    made(second)
    assert list(jobs) == [(first,), (second,)]
