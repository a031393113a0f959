"""The header of a query file: its question, parameters and promises."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from data import catalog

HERE = Path(__file__).resolve().parent
KEY = re.compile(r"^-- (\w+):[ ]*(.*)$")


@dataclass(frozen=True)
class Query:
    """One SQL file: what it asks, its parameters with defaults, the values they may take, its promises.

    `needs` is the source that must have been refreshed before it has rows, `computed_by` the module that fills
    columns which SQL cannot, if there are such.
    """

    name: str
    question: str
    about: str
    params: dict[str, Any]
    choices: dict[str, list[Any]]
    limits: dict[str, list[float]]
    example: dict[str, Any]
    returns: list[str]
    always: str
    needs: str
    computed_by: str
    sql: str
    is_table: bool = False


def _values(text: str) -> dict[str, Any]:
    return tomllib.loads(f"values = {{ {text} }}")["values"] if text else {}


def of_table(name: str, sql: str) -> Query:
    """The question for all rows of a table, answered by this SQL."""
    entry = catalog.table(name)
    return Query(
        name=name,
        question=entry["title"]["en"],
        about=entry["says"]["en"],
        params={},
        choices={},
        limits={},
        example={},
        returns=list(entry["columns"]),
        always="true",
        needs="",
        computed_by="",
        sql=sql,
        is_table=True,
    )


@cache
def names() -> list[str]:
    """Names of all queries, in alphabetical order."""
    return sorted(path.stem for path in HERE.glob("*.sql"))


@cache
def read(name: str) -> Query:
    """The query of that name; its file must exist."""
    text = (HERE / f"{name}.sql").read_text(encoding="utf-8")
    keys = {match[1]: match[2] for line in text.splitlines() if (match := KEY.match(line))}
    return Query(
        name=name,
        question=keys["question"],
        about=keys.get("about", ""),
        params=_values(keys["params"]),
        choices=_values(keys.get("choices", "")),
        limits=_values(keys.get("limits", "")),
        example=_values(keys["example"]),
        returns=[column.strip() for column in keys["returns"].split(",")],
        always=keys["always"],
        needs=keys.get("needs", ""),
        computed_by=keys.get("computed_by", ""),
        sql=text,
    )
