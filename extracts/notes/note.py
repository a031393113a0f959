"""What a note consists of: parts of lines and pictures, each line with the numbers of its sources."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

BOLD = re.compile(r"\*\*(.+?)\*\*")
# What neither XML nor a page may hold.
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]|[\ud800-\udfff]")


@dataclass(frozen=True)
class Source:
    """Who published figures, with vintages or title, and where."""

    name: str
    url: str = ""


@dataclass(frozen=True)
class Line:
    """A sentence, **bold** where the number is, with the numbers of its sources; in a list also when and a remark.

    `address` is where the site tells more of it.
    """

    words: str
    sources: tuple[int, ...] = ()
    when: str = ""
    mark: str = ""
    remark: str = ""
    address: str = ""


@dataclass(frozen=True)
class Picture:
    """A chart: its name among the pictures handed to a writer, its finding, and what is plotted."""

    name: str
    finding: str
    subtitle: str
    sources: tuple[int, ...] = ()


@dataclass(frozen=True)
class Part:
    """A heading with its lines and pictures; `beside` says that the next part may stand next to it."""

    title: str
    lines: Sequence[Line]
    pictures: Sequence[Picture] = ()
    is_list: bool = False
    beside: bool = False


@dataclass(frozen=True)
class Note:
    """A whole note: `words` are its headings in its language, `address` opens it again."""

    title: str
    kind: str
    day: date
    day_in_words: str
    parts: Sequence[Part]
    remarks: Sequence[str]
    sources: Sequence[Source]
    address: str
    site: str
    locale: str
    on_one_page: bool
    words: Mapping[str, str] = field(default_factory=dict)


def printable(words: str) -> str:
    """The words without what no file can hold."""
    return UNPRINTABLE.sub("", words)


def runs(words: str) -> list[tuple[str, bool]]:
    """The words in pieces, each with whether it is bold."""
    pieces = BOLD.split(printable(words))
    return [(piece, place % 2 == 1) for place, piece in enumerate(pieces) if piece]


def numbered(sources: Sequence[int]) -> str:
    """Numbers of sources as they stand behind a sentence, neighbours drawn together: 1, 3–5."""
    spans = []
    for _, run in groupby(enumerate(sorted(set(sources))), lambda pair: pair[1] - pair[0]):
        found = [number for _, number in run]
        sign = "–" if len(found) > 2 else ", "
        spans.append(str(found[0]) if len(found) == 1 else f"{found[0]}{sign}{found[-1]}")
    return ", ".join(spans)
