"""Reading entries of the catalog: what a file says, or one sentence for each of its mistakes."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel, TypeAdapter, ValidationError

from data.catalog.values import unknown


class Mistakes(Exception):
    """What is wrong with the catalog: one sentence each, with file, key and what is allowed."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__("\n".join(sentences))
        self.sentences = sentences
        self.file = sentences[0].partition(":")[0]


def text(path: Path, shown: str) -> str:
    """The text of a file. Raises Mistakes, which names it as `shown`, where it cannot be read."""
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise Mistakes([f"{shown}: the file is missing"]) from error
    except (OSError, UnicodeDecodeError) as error:
        raise Mistakes([f"{shown}: the file cannot be read: {error}"]) from error


def toml(path: Path, shown: str) -> dict[str, Any]:
    """What a TOML file says. Raises Mistakes."""
    try:
        return tomllib.loads(text(path, shown))
    except tomllib.TOMLDecodeError as error:
        raise Mistakes([f"{shown}: the file is not TOML: {error}"]) from error


def checked(kind: Any, given: Any, shown: str, names: Mapping[str, Any] | None = None) -> Any:
    """What was given, as this kind of entry; `names` are those of the whole catalog, where they are to be checked too.

    Raises Mistakes with everything that is wrong with it.
    """
    try:
        return _adapter(kind).validate_python(given, context=names)
    except ValidationError as error:
        raise Mistakes([f"{shown}: {_sentence(kind, dict(found))}" for found in error.errors()]) from error


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _sentence(kind: Any, found: dict[str, Any]) -> str:
    """One of pydantic's findings: where it is, and what is allowed there."""
    place = [part for part in found["loc"] if isinstance(part, str) and part != "[key]"]
    match found["type"]:
        case "extra_forbidden":
            name = place.pop()
            words = unknown(name, _keys_at(kind, place))
        case "missing":
            words = "missing"
        case "value_error":
            words = str(found["ctx"]["error"])
        case "literal_error":
            words = f"“{found['input']}” is not {found['ctx']['expected']}"
        case _:
            words = f"“{found['input']}”: {found['msg'][0].lower()}{found['msg'][1:]}"
    return f"{'.'.join(place)}: {words}" if place else words


def _keys_at(kind: Any, place: list[str]) -> list[str]:
    """The keys that an entry may have at this place."""
    model = _model_in(kind)
    for part in place:
        if model is not None and part in model.model_fields:
            model = _model_in(model.model_fields[part].annotation)
    return list(model.model_fields) if model else []


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((model for part in get_args(annotation) if (model := _model_in(part))), None)
