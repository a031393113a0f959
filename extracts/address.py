"""The address at which an answer is served as a file."""

from typing import Any
from urllib.parse import urlencode

from queries import Answer


def address(answer: Answer, form: str, site: str = "", language: str = "en") -> str:
    """The data address that gives these rows again: `site` and the path, with what is not the default as parameters.

    The rows of a table are found on the page that explains it.
    """
    if answer.query.is_table:
        return f"{site}/data?table={answer.name}"
    chosen = {key: _written(value) for key, value in answer.chosen.items()}
    spoken = {"lang": language} if language != "en" else {}
    asked = urlencode({**chosen, **spoken}, safe=",:")
    return f"{site}/extracts/{answer.name}.{form}{'?' + asked if asked else ''}"


def _written(value: Any) -> str:
    return ",".join(value) if isinstance(value, list) else str(value)
