"""The reader's language: one of the catalog’s, from the address or the browser."""

import gettext
import io
import re
from functools import cache
from pathlib import Path

import streamlit as st
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from werkzeug.http import parse_accept_header

from data.catalog import LANGUAGES, Language, languages

DEFAULT = "en"
TEXTS = Path(__file__).resolve().parent / "text"


def preferred(accept_language: str) -> str:
    """The language that a browser's Accept-Language header weighs most among ours; English where it names none."""
    weights: dict[str, float] = {}
    for tag, weight in parse_accept_header(accept_language):
        language = re.split("[-_]", tag.lower())[0]
        for named in LANGUAGES if language == "*" else [language]:
            weights.setdefault(named, weight)
    ours = [language for language, weight in weights.items() if language in LANGUAGES and weight > 0]
    return max(ours, key=weights.__getitem__, default=DEFAULT)


def current() -> str:
    """The language of this page view: `lang` in the address, else the browser's own."""
    asked = st.query_params.get("lang")
    return asked if asked in LANGUAGES else preferred(st.context.headers.get("Accept-Language") or "")


def spoken() -> Language:
    """How the language of this page view writes numbers, money and days."""
    return languages()[current()]


@cache
def _messages(language: str) -> gettext.GNUTranslations:
    with (TEXTS / f"{language}.po").open("rb") as file:
        messages = read_po(file, locale=languages()[language].locale)
    compiled = io.BytesIO()
    write_mo(compiled, messages)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def text(key: str, /, **values: object) -> str:
    """The message of a key in the reader's language, its {placeholders} filled."""
    return _messages(current()).gettext(key).format(**values)


def count(key: str, number: int, /, **values: object) -> str:
    """The message of a key in the singular or plural that the number asks for; {n} is for the caller to give."""
    return _messages(current()).ngettext(key, f"{key}.many", number).format(**values)
