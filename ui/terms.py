"""Terms of the glossary: where one first stands on a page, it opens to its explanation."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

import queries
from data import catalog
from data.frames import records
from ui.language import current
from ui.remember import remembered

TAG = re.compile(r"(<[^>]*>)")
NAME = re.compile(r"</?([a-z][a-z0-9]*)")
WITHOUT_END = {"br", "hr", "img", "input"}
# A sentence stands in one of these, and is left alone within one of those: what can be clicked, names or is closed.
SENTENCES = {"p", "li", "dd"}
LEFT_ALONE = {
    "a",
    "button",
    "summary",
    "h1",
    "h2",
    "h3",
    "dt",
    "code",
    "nav",
    "article",
    "form",
    "style",
    "svg",
    "footer",
}
_met: ContextVar[set[str] | None] = ContextVar("terms_met", default=None)


@dataclass(frozen=True)
class Term:
    """A term in the reader's language; `marks` are the words it is explained at."""

    code: str
    name: str
    explanation: str
    marks: tuple[str, ...]


Writer = Callable[[Term, str, str, str], str]


def begin() -> None:
    """From here on a page is drawn on which no term has stood yet."""
    _met.set(set())


def met() -> set[str] | None:
    """The terms that have stood on the page; None where none are explained."""
    return _met.get()


@contextmanager
def page_that_met(codes: Iterable[str]) -> Iterator[set[str]]:
    """A page on which these terms have stood; gives those that have, as they become more."""
    now = set(codes)
    token = _met.set(now)
    try:
        yield now
    finally:
        _met.reset(token)


def marked(html: str, write: Writer) -> str:
    """Blocks of ours with each term that has not stood on the page before as `write` writes it.

    It is given the words there, and the bracket or mark before and behind them, which may not stand on another line.

    All text in them is escaped, so that whatever stands between < and > is a tag.
    """
    met = _met.get()
    if met is None:
        return html
    known, pattern = _known()
    if pattern is None:
        return html

    def first(found: re.Match[str]) -> str:
        before, words, after = found.groups()
        term = known[words.lower()]
        if term.code in met:
            return found[0]
        met.add(term.code)
        return write(term, before, words, after)

    pieces, within = TAG.split(html), list[str]()
    for place, piece in enumerate(pieces):
        if place % 2:
            _follow(piece, within)
        elif SENTENCES.intersection(within) and not LEFT_ALONE.intersection(within):
            pieces[place] = pattern.sub(first, piece)
    return "".join(pieces)


def _follow(tag: str, within: list[str]) -> None:
    """Open or close an element; details that are closed count as something that can be clicked."""
    name = NAME.match(tag)
    if name is None or name[1] in WITHOUT_END:
        return
    if tag.startswith("</"):
        within.pop()
    elif name[1] == "details" and " open" not in tag:
        within.append("summary")
    else:
        within.append(name[1])


def _known() -> tuple[dict[str, Term], re.Pattern[str] | None]:
    """Each mark in small letters with its term, and what finds them; nothing where the glossary cannot be read."""
    try:
        return _of_glossary()
    except (queries.QueryError, catalog.Mistakes):
        return {}, None


@remembered
def _of_glossary() -> tuple[dict[str, Term], re.Pattern[str] | None]:
    rows = queries.ask("glossary", lang=current()).frame
    terms = [
        Term(row["term"], row["name"], row["explanation"], tuple(filter(None, row["marks"].split("; "))))
        for row in records(rows)
    ]
    known = {mark.lower(): term for term in terms for mark in term.marks}
    marks = sorted((mark for term in terms for mark in term.marks), key=len, reverse=True)
    words = "|".join(map(_any_beginning, marks))
    return known, re.compile(rf"((?:[(“]|«\u00a0)?)(?<![\w-])({words})(?![\w-])([).,;:?”]*)")


def _any_beginning(mark: str) -> str:
    """A mark as a pattern: at the beginning of a sentence it has a capital letter."""
    first, rest = re.escape(mark[0]), re.escape(mark[1:])
    return f"[{first}{first.upper()}]{rest}" if mark[0].islower() else first + rest
