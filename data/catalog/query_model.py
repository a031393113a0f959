"""What the header of a query file may say: its question, its parameters and its promises."""

import re
import tomllib
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, Field, ValidationInfo, field_validator

from data.catalog.model import Entry
from data.catalog.values import ColumnName, Number, RefreshName, Words, each_once, known, like, unknown

LINE = re.compile(r"^-- (\w+):[ ]*(.*)$")
VALUES = ("params", "choices", "limits", "example")


class Query(Entry):
    """One SQL file: what it asks, its parameters with defaults, the values they may take, its promises.

    `needs` is the source that must have been refreshed before it has rows, `computed_by` the module that fills columns
    which SQL cannot, if there are such; `engine` is `duckdb` where no other engine can answer it.
    """

    name: str
    question: Annotated[str, like(r"\?$", "a question: it does not end with a question mark")]
    about: str = ""
    params: dict[str, Any]
    choices: dict[str, list[Any]] = Field(default_factory=dict)
    limits: dict[str, Annotated[list[Number], Field(min_length=2, max_length=2)]] = Field(default_factory=dict)
    example: dict[str, Any]
    returns: Annotated[list[ColumnName], Field(min_length=1), AfterValidator(each_once)]
    always: Words
    needs: RefreshName | None = None
    computed_by: Annotated[str, known("computing modules")] | None = None
    engine: Literal["duckdb"] | None = None
    sql: str
    is_table: ClassVar[bool] = False

    @field_validator("choices", "limits", "example")
    @classmethod
    def _names_are_parameters(cls, values: dict[str, Any], info: ValidationInfo) -> dict[str, Any]:
        params = info.data.get("params", values)
        _refuse([unknown(name, params) for name in values if name not in params])
        return values

    @field_validator("choices")
    @classmethod
    def _default_is_a_choice(cls, choices: dict[str, Any], info: ValidationInfo) -> dict[str, Any]:
        _refuse(_not_chosen(info.data.get("params", {}), choices))
        return choices

    @field_validator("limits")
    @classmethod
    def _default_is_between(cls, limits: dict[str, Any], info: ValidationInfo) -> dict[str, Any]:
        _refuse(_not_between(info.data.get("params", {}), limits))
        return limits

    @field_validator("example")
    @classmethod
    def _example_fits(cls, example: dict[str, Any], info: ValidationInfo) -> dict[str, Any]:
        params, choices, limits = (info.data.get(key, {}) for key in ("params", "choices", "limits"))
        alike = {name: value for name, value in example.items() if _is_like(value, params.get(name, value))}
        faults = [
            f"{name} is {example[name]!r}, but its default is {params[name]!r}"
            for name in example.keys() - alike.keys()
        ]
        _refuse([*sorted(faults), *_not_chosen(alike, choices), *_not_between(alike, limits)])
        return example


class RowsOfTable(Query):
    """The question for all rows of one table; no file has it, and the title of the table stands for its question."""

    question: Words
    is_table: ClassVar[bool] = True


def _refuse(faults: list[str]) -> None:
    if faults:
        raise ValueError("; ".join(faults))


def _is_like(value: Any, default: Any) -> bool:
    return type(value) is type(default) or (type(default) is float and type(value) is int)


def _not_chosen(values: dict[str, Any], choices: dict[str, list[Any]]) -> list[str]:
    return [
        f"{name} is {value!r}, which is not among its choices {choices[name]}"
        for name, value in values.items()
        if name in choices and value not in choices[name]
    ]


def _not_between(values: dict[str, Any], limits: dict[str, list[float]]) -> list[str]:
    return [
        f"{name} is {value!r}, which is not between its limits {limits[name]}"
        for name, value in values.items()
        if name in limits and not limits[name][0] <= value <= limits[name][1]
    ]


def fields(text: str) -> tuple[dict[str, Any], list[str]]:
    """The keys of the header that begins a query file, and a sentence for each that cannot be read."""
    found: dict[str, Any] = {"sql": text}
    wrong = []
    for line in text.splitlines():
        if not line.startswith("--"):
            break
        match = LINE.match(line)
        if match is None:
            wrong.append(f"“{line}” is not a key of the header; write it as “-- key: value”")
        elif match[1] in found:
            wrong.append(f"{match[1]} stands twice")
        else:
            found[match[1]], fault = _value(match[1], match[2].strip())
            wrong += [fault] if fault else []
    return found, wrong


def _value(key: str, text: str) -> tuple[Any, str]:
    """What stands behind a key, and what is wrong with it; empty where nothing is."""
    if key == "returns":
        return [column.strip() for column in text.split(",") if column.strip()], ""
    if key not in VALUES:
        return text, ""
    try:
        return tomllib.loads(f"values = {{ {text} }}")["values"] if text else {}, ""
    except tomllib.TOMLDecodeError as error:
        return {}, f"{key}: “{text}” is not a list of name = value: {error}"
