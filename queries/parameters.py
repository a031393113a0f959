"""Parameters as readers give them, in addresses and on the command line: text in, typed values out."""

from collections.abc import Mapping
from typing import Any

from queries.errors import BadParameter
from queries.header import Query

ADDRESS_NAMES = {"from": "first_year", "to": "last_year", "sector": "sectors"}
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
