"""A note put together: its parts in their order, what holds for them, and its sources."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from data import catalog
from extracts.notes import Note, Part, Picture
from pages.briefing.choices import MORE, NAME, ONE, Choices, topic_name
from pages.briefing.lately import LINES
from pages.briefing.papers import Papers
from pages.briefing.parts import PARTS, Found
from queries import Answer
from ui import numbers
from ui.figure import Figure
from ui.language import current, text
from ui.remember import remembered

REMARKS = {ONE: 1, MORE: 3}
# What stands next to each other in a note of one page.
BESIDE = {"investment": "people", "events": "agenda"}


@dataclass(frozen=True, eq=False)
class Briefing:
    """A note, and the figures that its pictures are, by name."""

    note: Note
    figures: Mapping[str, Figure]

    def bytes(self) -> int:
        """Bytes that the figures take; the words are few."""
        return 16 * 1024 + sum(figure.bytes() for figure in self.figures.values())


@remembered
def made(chosen: Choices, today: str, site: str) -> Briefing:
    """The note for these choices as of a day; `site` begins its address."""
    papers, figures = Papers(), {}
    parts: list[Part] = []
    answers: list[Sequence[Answer]] = []
    if lines := [line for topic, say in LINES.items() if topic in chosen.topics and (line := say(today, papers))]:
        parts.append(Part(text("briefing.lately"), lines))
    for topic in chosen.topics:
        found = PARTS[topic](chosen, today, papers)
        answers.append(found.answers)
        drawn = [figure for figure in found.pictures if isinstance(figure, Figure)]
        figures.update({figure.key: figure for figure in drawn})
        parts.append(_part(topic, found, drawn, chosen, papers, site))
    language = catalog.languages()[current()]
    note = Note(
        title=text("briefing.title"),
        kind=text("menu.briefing"),
        day=date.fromisoformat(today),
        day_in_words=numbers.day(date.fromisoformat(today)),
        parts=tuple(parts),
        remarks=_remarks(answers, REMARKS[chosen.length]),
        sources=papers.listed(),
        address=f"{site}/{NAME}?{urlencode({'lang': current(), **chosen.params(today)}, safe=',')}",
        site=text("site.name"),
        locale=language.locale,
        on_one_page=chosen.length == ONE,
        words={"remarks": text("briefing.remarks"), "sources": text("briefing.sources")},
    )
    return Briefing(note, figures)


def _part(topic: str, found: Found, drawn: list[Figure], chosen: Choices, papers: Papers, site: str) -> Part:
    pictures = [
        Picture(figure.key, figure.finding, figure.subtitle, papers.of(figure.answer, *figure.beside))
        for figure in drawn
    ]
    beside = chosen.length == ONE and BESIDE.get(topic) in chosen.topics
    lines = tuple(replace(line, address=f"{site}{line.address}") if line.address else line for line in found.lines)
    return Part(topic_name(topic), lines, pictures, found.is_list, beside)


def _remarks(answers: Sequence[Sequence[Answer]], most: int) -> tuple[str, ...]:
    """What must be known of the figures of each part: the first warnings of its tables, each said once."""
    names = [name for asked in answers for name in _first(asked, most)]
    return tuple(catalog.caveats()[name][current()] for name in dict.fromkeys(names))


def _first(asked: Sequence[Answer], most: int) -> list[str]:
    return list(dict.fromkeys(name for answer in asked for name in answer.caveats()))[:most]
