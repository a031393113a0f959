"""Words given in English elsewhere, in other languages: of queries in all, of what publishers print in some."""

from typing import Annotated

from pydantic import AfterValidator

from data.catalog.model import Entry
from data.catalog.values import LANGUAGES, known

DEFAULT = LANGUAGES[0]


def _in_some(text: dict[str, str]) -> dict[str, str]:
    if strange := [language for language in text if language not in LANGUAGES[1:]]:
        raise ValueError(
            f"{', '.join(strange)} is no other language of the site; allowed are {', '.join(LANGUAGES[1:])}"
        )
    if empty := [language for language, words in text.items() if not words.strip()]:
        raise ValueError(f"{', '.join(empty)} has no words")
    return text


def _in_all_others(text: dict[str, str]) -> dict[str, str]:
    if missing := [language for language in LANGUAGES[1:] if language not in text]:
        raise ValueError(f"{', '.join(missing)} is missing")
    return _in_some(text)


Translated = Annotated[dict[str, str], AfterValidator(_in_some)]
Question = Annotated[dict[str, str], AfterValidator(_in_all_others)]
QueryName = Annotated[str, known("queries")]
Questions = dict[QueryName, Question]


class Translations(Entry):
    """Titles, licences, grades and citations by their English words; the language of originals by their site."""

    originals: dict[str, str]
    titles: dict[str, Translated]
    licences: dict[str, Translated]
    grades: dict[str, Translated]
    citations: dict[str, Translated]
    refusals: dict[str, Translated]
