"""What a reader asks for next is made in quiet times: the years beside, and some day the other languages."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import partial
from typing import Any, Protocol, Self, runtime_checkable

from data import editions
from data.catalog import LANGUAGES
from queries.idle import IDLE
from ui.language import current, speaking

Known = Callable[..., Any]


@runtime_checkable
class Neighboured(Protocol):
    """A choice that knows what a reader chooses next."""

    def beside(self) -> tuple[Self, ...]:
        """The choices beside this one."""


def later(place: str, known: Known, args: tuple[Any, ...]) -> None:
    """Make what a function gives for the arguments beside these, and some day the same in the other languages."""
    edition, language = editions.now().name, current()
    for beside in _beside(args):
        IDLE.later((edition, place, language, beside), partial(_made, edition, language, known, beside))
    for other in LANGUAGES:
        if other != language:
            IDLE.some_day((edition, place, other, args), partial(_made, edition, other, known, args))


def _made(edition: str, language: str, known: Known, args: tuple[Any, ...]) -> None:
    if editions.now().name == edition:
        with speaking(language):
            known(*args)


def _beside(args: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    """The arguments with one of them changed to a choice beside it."""
    for place, one in enumerate(args):
        for other in _choices_beside(one):
            yield (*args[:place], other, *args[place + 1 :])


def _choices_beside(one: Any) -> Iterator[Any]:
    if isinstance(one, Neighboured):
        yield from one.beside()
    elif is_dataclass(one) and not isinstance(one, type):
        for field in fields(one):
            if isinstance(value := getattr(one, field.name), Neighboured):
                yield from (replace(one, **{field.name: other}) for other in value.beside())
