"""Parameters as readers give them, in addresses and on the command line: text in, typed values out."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from typing import Any

from data import catalog
from queries.errors import BadParameter
from queries.header import Query
from queries.sentence import Sentence
from queries.settings import settings

Frozen = tuple[tuple[str, Any], ...]

OVERRIDE = re.compile(r"^[A-Z0-9-]+:(200(\.0+)?|1?\d?\d(\.\d+)?)$")
OVERRIDE_FORM = "MEASURE:percent, with 0 to 200 percent"
COUNTRY_ALIASES = {"EU": "EUU", "EU27": "EUU"}
# What a parameter of each name may hold, in every query: keys of a table, or codes of a group in the catalog.
KEYS = {"chapter": "event_chapters", "partner": "countries", "country": "countries", "sector": "sectors"}
GROUPS = {
    "agenda_status": "agenda_status",
    "authority": "authority",
    "category": "category",
    "confidence": "confidence",
    "currency": "currency",
    "direction": "direction",
    "effect": "effect",
    "flow": "flow",
    "level": "hs_level",
    "lens": "lens",
    "pillar": "pillar",
    "scope": "scope",
    "source_code": "source_code",
    "article": "article",
    "status": "measure_status",
    "stream": "stream",
    "verdict": "verdict",
}
EVERYTHING = {"all", "both"}
DAYS = ("date", "as_of", "month", "first_month", "last_month", "first_day", "last_day", "since", "rules_on")
SPANS = [("from", "to"), ("first_month", "last_month"), ("first_day", "last_day")]
NOUNS = {int: "a whole number", float: "a number", list: "codes separated by commas", str: "a text"}


def frozen(params: Mapping[str, Any]) -> Frozen:
    """Parameters as something that an answer can be remembered by."""
    return tuple((key, tuple(value) if isinstance(value, list) else value) for key, value in params.items())


def thawed(given: Frozen) -> dict[str, Any]:
    """The parameters as they were."""
    return {key: list(value) if isinstance(value, tuple) else value for key, value in given}


def known_are(query: Query) -> Sentence:
    """Which parameters a query takes."""
    return Sentence("known are: {known}", known=", ".join(query.params) or "none")


def _convert(text: str, like: Any) -> Any:
    if isinstance(like, list):
        return [part for part in text.split(",") if part]
    return type(like)(text)


def parse(query: Query, given: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """Text parameters of a query as typed values.

    The codes of a list that is given several times add up. Raises BadParameter for an unknown name, a value of the
    wrong kind, or one value given twice.
    """
    values: dict[str, Any] = {}
    for key, text in given:
        if key not in query.params:
            raise BadParameter(query.name, key, known_are(query))
        like = query.params[key]
        try:
            value = _convert(text, like)
        except ValueError as error:
            raise BadParameter(
                query.name, key, Sentence(f"“{{value}}” is not {NOUNS[type(like)]}", value=text)
            ) from error
        if key in values and not isinstance(like, list):
            raise BadParameter(
                query.name,
                key,
                Sentence(
                    "is given twice, as {first} and {second}, and takes one value", first=values[key], second=value
                ),
            )
        values[key] = [*values[key], *value] if key in values else value
    return values


def complete(query: Query, given: Mapping[str, Any]) -> dict[str, Any]:
    """All parameters of a query: defaults where none is given, one code for a list of one, each code once.

    The EU is known by its usual name.
    """
    values = {**query.params, **given}
    for key, default in query.params.items():
        if isinstance(default, list) and isinstance(values[key], str):
            values[key] = _convert(values[key], default)
    if isinstance(values.get("partner"), list):
        values["partner"] = [COUNTRY_ALIASES.get(code, code) for code in values["partner"]]
    return {key: list(dict.fromkeys(value)) if isinstance(value, list) else value for key, value in values.items()}


def choices(query: Query) -> dict[str, list[Any]]:
    """The few values a query's parameters may have: from its header, and the languages of the site."""
    languages = {"lang": list(catalog.LANGUAGES)} if "lang" in query.params else {}
    return {**languages, **query.choices}


def limits(query: Query) -> dict[str, list[float]]:
    """The least and the greatest value of a query's parameters, from its header; how many rows it may give."""
    rows: dict[str, list[float]] = {"top": [1, settings().top_rows]} if "top" in query.params else {}
    return {**rows, **query.limits}


def check(query: Query, values: Mapping[str, Any], keys_of: Callable[[str], Collection[str]]) -> None:
    """Are all values among those the header, the catalog or a table (`keys_of`) allows? Raises BadParameter."""
    _not_too_many(query, values)
    for key, allowed in choices(query).items():
        if values[key] not in allowed:
            raise BadParameter(query.name, key, not_one_of(values[key], allowed))
    for key, (low, high) in limits(query).items():
        if not low <= values[key] <= high:
            raise BadParameter(query.name, key, _not_between(values[key], low, high))
    for key in values.keys() & KEYS.keys():
        _all_known(query, key, values[key], keys_of(KEYS[key]), KEYS[key])
    for key in values.keys() & GROUPS.keys():
        known = catalog.codes(GROUPS[key])
        _all_known(query, key, values[key], known)
    for key in values.keys() & set(DAYS):
        _is_day(query, key, str(values[key]))
    for first, last in SPANS:
        if first in values and values[first] > values[last]:
            why = Sentence("{first} lies after {last}, its “{name}”", first=values[first], last=values[last], name=last)
            raise BadParameter(query.name, first, why)
    for setting in values.get("override", []):
        if not OVERRIDE.match(setting):
            raise BadParameter(query.name, "override", Sentence(f"“{{value}}” is not {OVERRIDE_FORM}", value=setting))


def whole_number(query: str, key: str, given: str, low: int, high: int) -> int:
    """A number from `low` to `high` out of the text of an address. Raises BadParameter."""
    try:
        number = int(given)
    except ValueError as error:
        raise BadParameter(query, key, Sentence("“{value}” is not a whole number", value=given)) from error
    if not low <= number <= high:
        raise BadParameter(query, key, _not_between(number, low, high))
    return number


def _not_between(value: Any, low: Any, high: Any) -> Sentence:
    return Sentence("{value} is not between {low} and {high}", value=value, low=low, high=high)


def _not_too_many(query: Query, values: Mapping[str, Any]) -> None:
    most = settings().list_codes
    for key, value in values.items():
        if isinstance(value, list) and len(value) > most:
            why = Sentence("{n} codes were given, and at most {most} are taken at once", n=len(value), most=most)
            raise BadParameter(query.name, key, why)


def _all_known(query: Query, key: str, given: Any, known: Collection[str], table: str = "") -> None:
    for code in given if isinstance(given, list) else [given]:
        if code not in known and code not in EVERYTHING:
            not_a_key = Sentence("“{value}” is not a key of the table {table}", value=code, table=table)
            raise BadParameter(query.name, key, not_a_key if table else not_one_of(code, known))


def one_of(query: str, key: str, value: str, known: Collection[str]) -> str:
    """A value of an address that is among those known. Raises BadParameter."""
    if value not in known:
        raise BadParameter(query, key, not_one_of(value, known))
    return value


def not_one_of(value: Any, known: Collection[str]) -> Sentence:
    """What is said of a value that is none of those known."""
    return Sentence("“{value}” is not one of: {known}", value=value, known=", ".join(known))


def _is_day(query: Query, key: str, given: str) -> None:
    try:
        date.fromisoformat(f"{given}-01" if len(given) == len("2026-08") else given)
    except ValueError as error:
        why = Sentence("“{value}” is not a day such as 2026-08-24, or a month", value=given)
        raise BadParameter(query.name, key, why) from error
