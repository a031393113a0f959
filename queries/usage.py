"""What a query takes, as text for the command line: each parameter with its default and the values it may have."""

import shlex
import textwrap
from typing import Any

from data import catalog
from queries import parameters
from queries.header import Query, question

WIDTH = 110


def usage(query: Query, language: str = "en") -> str:
    """The question of a query, its parameters and an example that works."""
    named = [f"  {key}={_written(default)}" for key, default in query.params.items()]
    described = [f"{parameters.NOUNS[type(query.params[key])]}{_allowed(query, key)}" for key in query.params]
    lines = [
        question(query, language),
        query.about,
        "",
        f"usage: python -m queries {query.name} [key=value …] [--format csv|json|parquet|xlsx|zip|table] [--out FILE]",
    ]
    lines += ["", "parameters, with what holds where they are not given:" if named else "It takes no parameters."]
    for name, text in zip(named, described, strict=True):
        lines += [name, textwrap.fill(text, WIDTH, initial_indent=" " * 6, subsequent_indent=" " * 6)]
    return "\n".join([*lines, "", f"example: {_example(query)}"])


def _written(value: Any) -> str:
    return ",".join(value) if isinstance(value, list) else str(value)


def _allowed(query: Query, key: str) -> str:
    """What a value may be beyond its kind; empty where there is nothing to say."""
    everything = [word for word in sorted(parameters.EVERYTHING) if word in _written(query.params[key]).split(",")]
    if key in parameters.choices(query):
        return f", one of: {', '.join(map(str, parameters.choices(query)[key]))}"
    if key in parameters.limits(query):
        low, high = parameters.limits(query)[key]
        return f" from {low} to {high}"
    if key in parameters.KEYS:
        table = parameters.KEYS[key]
        return f", {' or '.join([*everything, f'keys of the table {table} (python -m queries {table})'])}"
    if key in parameters.GROUPS:
        return f", of: {', '.join([*catalog.codes(parameters.GROUPS[key]), *everything])}"
    if key in parameters.DAYS:
        return " that is a day such as 2026-08-24, or a month such as 2026-08"
    return f": {parameters.OVERRIDE_FORM}" if key == "override" else ""


def _example(query: Query) -> str:
    given = [shlex.quote(f"{key}={_written(value)}") for key, value in query.example.items()]
    return " ".join(["python -m queries", query.name, *given])
