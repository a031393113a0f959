"""What a page says and the answers it says it over: every sentence of a visit with its message, values and answer."""

import pkgutil
import sys
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import Any
from unittest import mock

from queries import Answer
from tests.seen.record import quiet
from tests.visits import visit
from ui import charts, figure, language, page, site
from ui.remember import MEMORY


@dataclass(frozen=True)
class Said:
    """A message that was put into words: its key, the values put in, and the number that chose singular or plural."""

    key: str
    values: dict[str, Any]
    number: int | None
    words: str


@dataclass(frozen=True)
class Heard:
    """One visit: all messages, the finding over each figure with its answer, the page's answer and headline figures."""

    said: list[Said]
    findings: dict[str, tuple[str, Answer]]
    answers: list[str]
    headlines: list[tuple[str, str, str]]
    exceptions: list[str]

    def sentences(self):
        """Every finding with the rows under it, and every answer of the page."""
        yield from ((finding, answer.frame) for finding, answer in self.findings.values())
        yield from ((sentence, None) for sentence in self.answers)

    def parts(self, sentence: str) -> list[Said]:
        """The messages that a sentence is made of."""
        return [said for said in self.said if said.words and said.words in sentence]


def _load_pages() -> None:
    """All parts of the pages: one that is loaded later would keep the listener of the visit that loaded it."""
    for package in site.pages():
        folder = import_module(f"pages.{package}").__path__
        for part in pkgutil.iter_modules(folder, f"pages.{package}."):
            if not part.name.endswith(".page"):
                import_module(part.name)


def _writers(names: tuple[str, ...] = ("text", "count")) -> list[tuple[Any, str]]:
    """Every module that has taken these functions of ui.language by name, and ui.language itself."""
    rooms = ("pages.", "ui.")
    modules = [module for name, module in list(sys.modules.items()) if name.startswith(rooms)]
    return [(module, name) for module in modules for name in names if _is_ours(module, name)]


def _specifications() -> list[tuple[Any, str]]:
    """Every function that makes a chart: its specification is remembered by itself, and costs most of a visit."""
    names = [module.name for module in pkgutil.iter_modules(charts.__path__)]
    modules = [import_module(f"ui.charts.{name}") for name in names]
    return [(module, name) for module in modules for name, made in vars(module).items() if hasattr(made, "cache_info")]


def _is_ours(module: Any, name: str) -> bool:
    return getattr(module, name, None) is getattr(language, name)


@contextmanager
def listening(heard: Heard):
    """Messages, findings and answers go into `heard`; figures are not drawn."""
    _load_pages()
    text, count = language.text, language.count

    def noted_text(key, /, **values):
        words = text(key, **values)
        heard.said.append(Said(key, values, None, words))
        return words

    def noted_count(key, number, /, **values):
        words = count(key, number, **values)
        heard.said.append(Said(key, values, number, words))
        return words

    def draw(made=None, /, **parts):
        if isinstance(made, str):
            return False
        drawn = made or figure.Figure(**parts)
        heard.findings[drawn.key] = (drawn.finding, drawn.answer)
        return True

    # What is remembered from another visit would not be heard; nor may the next visit find figures without charts.
    MEMORY.forget()
    with ExitStack() as stack:
        stack.callback(MEMORY.forget)
        noted = {"text": noted_text, "count": noted_count}
        for module, name in _writers():
            stack.enter_context(mock.patch.object(module, name, noted[name]))
        for module, name in _specifications():
            stack.enter_context(mock.patch.object(module, name, lambda *_, **__: {}))
        stack.enter_context(mock.patch.object(figure, "draw", draw))
        stack.enter_context(mock.patch.object(page, "answer", heard.answers.append))
        stack.enter_context(mock.patch.object(page, "headline", heard.headlines.extend))
        yield heard


@contextmanager
def speaking(code: str):
    """Numbers and names are written in a language, without a page that asks for it."""
    with ExitStack() as stack:
        for module in {module for module, name in _writers(("current",))}:
            stack.enter_context(mock.patch.object(module, "current", lambda: code))
        yield


def listen(name: str, speaking: str, **params: str) -> Heard:
    """What a page says, opened with these parameters."""
    heard = Heard([], {}, [], [], [])
    with quiet(), listening(heard):
        at = visit(name, speaking, **params)
    heard.exceptions.extend(problem.value for problem in at.exception)
    return heard
