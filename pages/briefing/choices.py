"""What a note is about: topics, years, a date for tariffs, its length; as filters, and as parameters of a file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import queries
from pages.tariffs.choices import clock
from queries.parameters import one_of, whole_number
from queries.sentence import Sentence
from ui import filters
from ui.filters import Years
from ui.language import text
from ui.state import MANY

TOPICS = ("imbalance", "tariffs", "investment", "people", "events", "agenda", "claims")
ONE, MORE = LENGTHS = ("one", "more")
NAME = "briefing"
KNOWN = ("topics", "from", "to", "date", "length", "lang")


@dataclass(frozen=True)
class Choices:
    """Topics in their order, years where any are chosen, the date of the tariffs, how long the note may be."""

    topics: tuple[str, ...]
    years: Years | None
    date: str
    length: str

    def params(self, today: str) -> dict[str, str]:
        """What an address says of it: only what is not the default."""
        return {
            **({"topics": MANY.join(self.topics)} if self.topics != TOPICS else {}),
            **({"from": str(self.years.first), "to": str(self.years.last)} if self.years else {}),
            **({"date": self.date} if self.date != today else {}),
            **({"length": self.length} if self.length != ONE else {}),
        }


def covered() -> Years:
    """The years there are, which are those of trade."""
    row = queries.ask("span_trade").frame.iloc[0]
    return Years(int(row["first_year"]), int(row["last_year"]))


def usual() -> Years:
    """The years of a note where none are chosen."""
    row = queries.ask("span_trade").frame.iloc[0]
    return Years(int(row["opening_year"]), int(row["last_year"]))


def choose(today: date) -> Choices:
    """The filters, drawn in the filter bar."""
    topics = filters.many("topics", text("briefing.topics"), TOPICS, text("briefing.topics.all"), topic_name, width=330)
    length = filters.one("length", text("briefing.length"), LENGTHS, ONE, length_name, buttons=True)
    years = filters.years("trade")
    chosen = in_order(TOPICS if topics == filters.ALL else topics)
    day = clock(today) if "tariffs" in chosen else today.isoformat()
    return Choices(chosen, None if years == usual() else years, day, length)


def topic_name(topic: str) -> str:
    """The name of a topic, which heads its part of the note."""
    return text(f"briefing.topic.{topic}")


def length_name(length: str) -> str:
    """How long a note is, in words."""
    return text(f"briefing.length.{length}")


def in_order(topics: Iterable[str]) -> tuple[str, ...]:
    """The topics in the order of a note."""
    asked = set(topics)
    return tuple(topic for topic in TOPICS if topic in asked)


def parsed(given: Iterable[tuple[str, str]], today: str) -> Choices:
    """What the parameters of an address ask for. Raises BadParameter for a name or value that is not known."""
    asked: dict[str, str] = {}
    for name, value in given:
        if name not in KNOWN:
            raise queries.BadParameter(NAME, name, Sentence("known are: {known}", known=", ".join(KNOWN)))
        if name in asked:
            twice = "is given twice, as {first} and {second}, and takes one value"
            raise queries.BadParameter(NAME, name, Sentence(twice, first=asked[name], second=value))
        asked[name] = value
    topics = [topic for topic in asked.get("topics", MANY.join(TOPICS)).split(MANY) if topic]
    _each("topics", topics or [""], TOPICS)
    _each("length", [asked.get("length", ONE)], LENGTHS)
    return Choices(in_order(topics), _years(asked), _day(asked.get("date", today), today), asked.get("length", ONE))


def _each(name: str, values: Sequence[str], known: Sequence[str]) -> None:
    for value in values:
        one_of(NAME, name, value, known)


def _years(asked: dict[str, Any]) -> Years | None:
    if not {"from", "to"} & asked.keys():
        return None
    first, last = (
        whole_number(NAME, name, asked.get(name, str(default)), covered().first, covered().last)
        for name, default in (("from", usual().first), ("to", usual().last))
    )
    if first > last:
        after = Sentence("{first} lies after {last}, its “{name}”", first=first, last=last, name="to")
        raise queries.BadParameter(NAME, "from", after)
    years = Years(first, last)
    return None if years == usual() else years


def _day(written: str, today: str) -> str:
    stops = [today, *(str(day.date()) for day in queries.ask("tariff_regimes").frame["valid_from"])]
    try:
        day = date.fromisoformat(written).isoformat()
    except ValueError as error:
        no_day = Sentence("“{value}” is not a day such as 2026-08-24", value=written)
        raise queries.BadParameter(NAME, "date", no_day) from error
    if not min(stops) <= day <= max(stops):
        span = Sentence("{value} is not between {low} and {high}", value=day, low=min(stops), high=max(stops))
        raise queries.BadParameter(NAME, "date", span)
    return day
