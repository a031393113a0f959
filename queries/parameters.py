"""Parameters as readers give them, in addresses and on the command line: text in, typed values out."""

import re
from collections.abc import Mapping
from typing import Any

from queries.errors import BadParameter
from queries.header import Query

ADDRESS_NAMES = {"from": "first_year", "to": "last_year", "sector": "sectors"}
OVERRIDE = re.compile(r"^[A-Z0-9-]+:(200(\.0+)?|1?\d?\d(\.\d+)?)$")
COUNTRY_ALIASES = {"EU": "EUU", "EU27": "EUU"}
NOUNS = {int: "a whole number", float: "a number", list: "codes separated by commas", str: "a text"}


def _convert(text: str, like: Any) -> Any:
    if isinstance(like, list):
        return [part for part in text.split(",") if part]
    return type(like)(text)


def parse(query: Query, given: Mapping[str, str]) -> dict[str, Any]:
    """Text parameters of a query as typed values; address names (from, to, sector) are understood.

    Raises BadParameter for an unknown name or a value of the wrong kind.
    """
    values = {}
    for key, text in given.items():
        name = ADDRESS_NAMES.get(key, key)
        if name not in query.params:
            raise BadParameter(query.name, key, f"known are: {', '.join(query.params) or 'none'}")
        like = query.params[name]
        try:
            values[name] = _convert(text, like)
        except ValueError as error:
            raise BadParameter(query.name, key, f"“{text}” is not {NOUNS[type(like)]}") from error
    return values


def settled(query: Query, given: Mapping[str, Any]) -> dict[str, Any]:
    """All parameters of a query: defaults where none is given, one code for a list of one, the EU by its usual name."""
    values = {**query.params, **given}
    for key, default in query.params.items():
        if isinstance(default, list) and isinstance(values[key], str):
            values[key] = _convert(values[key], default)
    if isinstance(values.get("partner"), list):
        values["partner"] = [COUNTRY_ALIASES.get(code, code) for code in values["partner"]]
    return values


def check(query: Query, values: Mapping[str, Any]) -> None:
    """Are all values among those the header allows? Raises BadParameter that says which are."""
    for key, allowed in query.choices.items():
        if values[key] not in allowed:
            raise BadParameter(query.name, key, f"“{values[key]}” is not one of: {', '.join(allowed)}")
    for key, (low, high) in query.limits.items():
        if not low <= values[key] <= high:
            raise BadParameter(query.name, key, f"{values[key]} is not between {low} and {high}")
    for setting in values.get("overrides", []):
        if not OVERRIDE.match(setting):
            raise BadParameter(query.name, "overrides", f"“{setting}” is not MEASURE:percent, with 0 to 200 percent")
