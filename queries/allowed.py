"""What a query takes and gives, as values for programs: parameters with what they may hold, columns with units."""

from typing import Any

from data import catalog
from queries import parameters
from queries.header import Query

KINDS = {int: "integer", float: "number", list: "codes", str: "text"}


def takes(query: Query) -> list[dict[str, Any]]:
    """Each parameter: its default, kind, and its allowed values, limits, or the table whose keys it takes."""
    return [_parameter(query, name) for name in query.params]


def _parameter(query: Query, name: str) -> dict[str, Any]:
    default = query.params[name]
    about: dict[str, Any] = {"name": name, "kind": KINDS[type(default)], "default": default}
    everything = sorted(parameters.EVERYTHING.intersection(default if isinstance(default, list) else [default]))
    if name in parameters.choices(query):
        return {**about, "allowed": parameters.choices(query)[name]}
    if name in parameters.limits(query):
        low, high = parameters.limits(query)[name]
        return {**about, "least": low, "greatest": high}
    if name in parameters.KEYS:
        return {**about, "keys_of": parameters.KEYS[name], "also": everything}
    if name in parameters.GROUPS:
        return {**about, "allowed": [*catalog.codes(parameters.GROUPS[name]), *everything]}
    if name in parameters.DAYS:
        return {**about, "kind": "day"}
    return {**about, "form": parameters.OVERRIDE_FORM} if name == "override" else about


def gives(query: Query, language: str) -> list[dict[str, str]]:
    """Each column: its type, unit, heading and meaning in a language."""
    return [
        {
            "name": name,
            "type": catalog.columns()[name].type,
            "unit": catalog.unit(name, language),
            "label": catalog.label(name, language),
            "means": catalog.columns()[name].means[language],
        }
        for name in query.returns
    ]
