"""The catalog: what every table, column, code, source and caveat means."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from data import TABLES

HERE = Path(__file__).resolve().parent
LANGUAGES = ("en", "fr", "es")


@cache
def _read(name: str, folder: Path = HERE) -> dict[str, Any]:
    return tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def tables() -> list[str]:
    """Names of all tables, in alphabetical order."""
    return sorted(path.stem for path in TABLES.glob("*.toml"))


def table(name: str) -> dict[str, Any]:
    """The entry of one table: title, says, grain, sources, caveats, subject, columns, checks."""
    return _read(name, TABLES)


def columns() -> dict[str, dict[str, Any]]:
    """Every column the tables and queries may use: type, unit, label, means."""
    return _read("columns")


def codes(group: str) -> dict[str, dict[str, str]]:
    """The code values of one group with their words in three languages."""
    return _read("codes")[group]


def code_groups() -> dict[str, dict[str, dict[str, str]]]:
    """All groups of codes."""
    return _read("codes")


def sources() -> dict[str, dict[str, str]]:
    """Every raw file: path, publisher, title, url, licence, vintage, sha256, grade."""
    return _read("sources")


def refreshable() -> dict[str, Any]:
    """The official sources that can be asked again: limits that all share, and each source's address and calendar."""
    return _read("refresh")


def caveats() -> dict[str, dict[str, str]]:
    """The closed list of warnings to readers, in three languages."""
    return _read("caveats")


def typed(name: str) -> str:
    """The columns of a table cast to their types, as a list for a select."""
    return ", ".join(f"cast({column} as {columns()[column]['type']}) as {column}" for column in table(name)["columns"])


def corrections() -> dict[str, dict[str, Any]]:
    """What we change in a publisher's or our own raw figures, with the reason and the citation."""
    return _read("corrections")


def label(column: str, language: str = "en") -> str:
    """The heading of a column in a language."""
    return columns()[column]["label"][language]


def unit(column: str, language: str = "en") -> str:
    """The unit of a column in a language; empty where it has none."""
    code = columns()[column].get("unit")
    return codes("unit")[code][language] if code else ""
