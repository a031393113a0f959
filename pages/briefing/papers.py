"""The sources of a note: each gets a number where it is first needed, and is listed once at the end."""

from collections.abc import Sequence

from data.catalog.source_model import Cited
from extracts.notes import Source
from queries import Answer
from ui import sources


class Papers:
    """Numbers for publishers of figures, and for what a row itself names as its source."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._rows: dict[str, Source] = {}
        self._entries: list[Sequence[Cited]] = []
        self.answers: list[Answer] = []

    def of(self, *answers: Answer) -> tuple[int, ...]:
        """The numbers of those who published what these answers hold."""
        self.answers.extend(answers)
        found = []
        for answer in answers:
            self._entries.append(answer.entries())
            found += [self._number(source["publisher"]) for source in sources.by_publisher(answer.entries())]
        return tuple(dict.fromkeys(found))

    def of_row(self, title: str, url: str) -> tuple[int, ...]:
        """The number of the source that a row names for itself."""
        self._rows[title] = Source(title, url)
        return (self._number(title),)

    def _number(self, key: str) -> int:
        return self._numbers.setdefault(key, len(self._numbers) + 1)

    def listed(self) -> tuple[Source, ...]:
        """All sources by their numbers: publishers with the vintages of their figures."""
        named = sources.by_publisher(*self._entries)
        publishers = {source["publisher"]: Source(source["name"], source["url"]) for source in named}
        return tuple(self._rows.get(key) or publishers[key] for key in self._numbers)
