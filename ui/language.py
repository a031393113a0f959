"""The reader's language: one of the catalog’s, from the address or the browser."""

import gettext
import io
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

import streamlit as st
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from data.catalog import Language, Mistakes, languages
from data.preferred import chosen

DEFAULT = "en"
TEXTS = Path(__file__).resolve().parent / "text"
_settled: ContextVar[str] = ContextVar("settled_language", default="")


def current() -> str:
    """The language that words are put into: the one settled on, else that of the reader."""
    return _settled.get() or of_reader()


def settle() -> None:
    """Find out this reader's language once for the whole run; a run has a thread, and so a language, of its own."""
    _settled.set(of_reader())


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Words are put into this language, whoever reads."""
    token = _settled.set(language)
    try:
        yield
    finally:
        _settled.reset(token)


def of_reader() -> str:
    """The reader's language: `lang` in the address, else the browser's own."""
    return chosen(st.query_params.get("lang"), st.context.headers.get("Accept-Language"))


def spoken() -> Language:
    """How the language of this page view writes numbers, money and days."""
    return languages()[current()]


class _Missing(gettext.NullTranslations):
    """What is asked for a message that a file does not have: no key is ever shown in its place."""

    def __init__(self, file: str) -> None:
        super().__init__()
        self._file = file

    def gettext(self, message: str) -> str:
        raise Mistakes([f"{self._file}: {message} is missing"])

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        raise Mistakes([f"{self._file}: {msgid1} is missing"])


@cache
def _messages(language: str) -> gettext.GNUTranslations:
    """The messages of a language. Raises Mistakes, which names the file, where it is missing or broken."""
    shown, locale = f"ui/text/{language}.po", languages()[language].locale
    try:
        with (TEXTS / f"{language}.po").open("rb") as file:
            messages = read_po(file, locale=locale, abort_invalid=True)
    except (OSError, UnicodeDecodeError, PoFileError) as error:
        raise Mistakes([f"{shown}: the file is missing or broken: {error}"]) from error
    compiled = io.BytesIO()
    write_mo(compiled, messages)
    compiled.seek(0)
    found = gettext.GNUTranslations(compiled)
    found.add_fallback(_Missing(shown))
    return found


def text_in(key: str, language: str, /, **values: object) -> str:
    """The message of a key in a language, its {placeholders} filled."""
    return _messages(language).gettext(key).format(**values)


def text(key: str, /, **values: object) -> str:
    """The message of a key in the reader's language, its {placeholders} filled."""
    return _messages(current()).gettext(key).format(**values)


def count(key: str, number: int, /, **values: object) -> str:
    """The message of a key in the singular or plural that the number asks for; {n} is for the caller to give."""
    return _messages(current()).ngettext(key, f"{key}.many", number).format(**values)
