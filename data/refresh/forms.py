"""Is an answer of the form that its source has, whatever its status says? If not: one sentence, and what to do."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from data.refresh.answers import Check, host
from data.refresh.problems import SourceProblem, TryAgain
from data.refresh.refusals import LARGEST_MESSAGE, message, used_up
from data.refresh.settings import SourceSettings

MARK = b"\xef\xbb\xbf"
LONGEST_QUOTE = 80
STAYS = "try later; if it stays so, docs/sources.md says what is expected"


def of_json(settings: SourceSettings, form: TypeAdapter[Any], expected: str) -> Check:
    """A check that an answer is JSON of this form; TryAgain where it is not, for a source may be out of order."""

    def check(path: Path) -> None:
        try:
            form.validate_json(path.read_bytes().removeprefix(MARK))
        except ValidationError as error:
            raise otherwise(path, settings, expected, _where(error)) from error

    return check


def _where(error: ValidationError) -> str:
    """Which part of a JSON answer is wrong; empty where it is all of it."""
    first = error.errors(include_url=False, include_input=False)[0]
    return ".".join(map(str, first["loc"]))


def of_json_or_nothing(settings: SourceSettings, form: TypeAdapter[Any], expected: str) -> Check:
    """As `of_json`; an answer without a byte is one that says that nothing is there yet."""
    whole = of_json(settings, form, expected)
    return lambda path: whole(path) if path.stat().st_size else None


def of_text(settings: SourceSettings, is_good: Callable[[str], bool], expected: str) -> Check:
    """A check that an answer is text in UTF-8 whose first line is as it should be; else TryAgain."""

    def check(path: Path) -> None:
        with path.open(encoding="utf-8-sig", errors="replace") as file:
            heading = file.readline(LARGEST_MESSAGE)
        if not is_good(heading):
            raise otherwise(path, settings, expected)

    return check


def otherwise(path: Path, settings: SourceSettings, expected: str, where: str = "") -> SourceProblem:
    """What to raise where an answer is not what was expected: says what came instead, a quota as such."""
    source = host(settings.base_url)
    with path.open("rb") as file:
        start = file.read(LARGEST_MESSAGE)
    text = start.decode("utf-8-sig", errors="replace")
    if problem := used_up(source, 200, text):
        return problem
    return TryAgain(f"{source} answers with {_what(start, text, where)} in place of {expected}; {STAYS}.")


def _what(start: bytes, text: str, where: str) -> str:
    """What an answer is, for a person."""
    if not text.strip():
        return "nothing"
    if "\0" in text or "\ufffd" in text or start.startswith(b"%PDF"):
        return "a file of another kind"
    said = (message(text) or text.strip())[:LONGEST_QUOTE]
    return f"“{said}”" + (f" (“{where}” is not as it was)" if where else "")
