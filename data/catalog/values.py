"""Kinds of values in the catalog, and the words in which another one is refused."""

import re
from collections.abc import Collection
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, Field, PlainValidator, ValidationInfo

FILE = Path(__file__).with_name("languages.toml")
SHOWN = 12


def _languages() -> tuple[str, ...]:
    """The codes of the languages by the headings alone: a mistake in the file is told where it is read whole.

    Without the file nothing can be said in any language, so a process that starts ends, and names it.
    """
    try:
        written = FILE.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise SystemExit(f"data/catalog/{FILE.name}: the file cannot be read: {error.strerror}") from error
    return tuple(re.findall(r"^\[(\w+)\]", written, re.MULTILINE))


LANGUAGES = _languages()


def unknown(name: str, allowed: Collection[str]) -> str:
    """That a name is not known, and the one that was probably meant, or those that are allowed."""
    if near := get_close_matches(name, allowed, n=1):
        return f"“{name}” is not known; did you mean “{near[0]}”?"
    listed = sorted(allowed)
    more = f" and {len(listed) - SHOWN} more" if len(listed) > SHOWN else ""
    return f"“{name}” is not known; allowed are {', '.join(listed[:SHOWN]) or 'none'}{more}"


def _in_all_languages(text: dict[str, str]) -> dict[str, str]:
    wrong = [f"{language} is missing" for language in LANGUAGES if not text.get(language, "").strip()]
    wrong += [f"{key} is not a language of the site" for key in text if key not in LANGUAGES]
    if wrong:
        raise ValueError(f"{', '.join(wrong)}; allowed are {', '.join(LANGUAGES)}")
    return text


def each_once(names: list[str]) -> list[str]:
    """Refuses a list in which a name stands twice."""
    if doubled := sorted({name for name in names if names.count(name) > 1}):
        raise ValueError(f"{', '.join(doubled)} stands twice")
    return names


def like(pattern: str, words: str) -> AfterValidator:
    """Refuses a text that the pattern does not match, saying in words what it should be."""

    def check(text: str) -> str:
        if not re.search(pattern, text):
            raise ValueError(f"“{text}” is not {words}")
        return text

    return AfterValidator(check)


def _a_number(value: Any) -> float:
    """Whole numbers stay whole, so that sentences say them as they were written."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"“{value}” is not a number")
    return value


def known(names: str) -> AfterValidator:
    """Refuses a name that is not among these names of the whole catalog; reading one file alone, it knows none."""

    def check(name: str, info: ValidationInfo) -> str:
        all_names = (info.context or {}).get(names)
        if all_names is not None and name not in all_names:
            raise ValueError(unknown(name, all_names))
        return name

    return AfterValidator(check)


Words = Annotated[str, like(r"\S", "a text with words in it")]
Address = Annotated[str, like("^https?://", "an address that begins with https://")]
Text = Annotated[dict[str, str], AfterValidator(_in_all_languages)]
Names = Annotated[list[str], AfterValidator(each_once)]
ColumnName = Annotated[str, known("columns")]
SourceName = Annotated[str, known("sources")]
CaveatName = Annotated[str, known("caveats")]
RefreshName = Annotated[str, known("refreshed sources")]
Unit = Annotated[str, known("units")]
CodeGroup = Annotated[str, known("code groups")]
Publisher = Annotated[str, known("publishers")]
Number = Annotated[float, PlainValidator(_a_number)]
Percent = Annotated[Number, Field(ge=0)]
