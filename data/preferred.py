"""The language that a reader asks for or, where they ask for none of ours, that their browser prefers."""

import re
from functools import lru_cache

from werkzeug.http import parse_accept_header

from data.catalog import LANGUAGES

HEADERS_KNOWN = 128


@lru_cache(maxsize=HEADERS_KNOWN)
def preferred(accept_language: str) -> str:
    """The language that an Accept-Language header weighs most among ours; English where it names none."""
    weights: dict[str, float] = {}
    for tag, weight in parse_accept_header(accept_language):
        language = re.split("[-_]", tag.lower())[0]
        for named in LANGUAGES if language == "*" else [language]:
            weights.setdefault(named, weight)
    ours = [language for language, weight in weights.items() if language in LANGUAGES and weight > 0]
    return max(ours, key=weights.__getitem__, default=LANGUAGES[0])


def chosen(asked: str | None, accept_language: str | None) -> str:
    """The language asked for, else the one that an Accept-Language header prefers."""
    return asked if asked in LANGUAGES else preferred(accept_language or "")
