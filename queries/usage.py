"""What a query takes, as text for the command line: each parameter with its default and the values it may have."""

import shlex
import textwrap
from typing import Any

from data import catalog
from queries import parameters
from queries.header import Query, about, question
from queries.sentence import Sentence

WIDTH = 110
FORMS = "csv|json|parquet|xlsx|zip|table"


def usage(query: Query, language: str = "en") -> str:
    """The question of a query, its parameters and an example that works."""
    named = [f"  {key}={_written(default)}" for key, default in query.params.items()]
    described = [_allowed(query, key).says(language) for key in query.params]
    form = Sentence(
        "usage: python -m queries {name} [key=value …] [--format {forms}] [--out FILE]", name=query.name, forms=FORMS
    )
    given = Sentence("parameters, with what holds where they are not given:")
    example = Sentence("example: {example}", example=_example(query))
    lines = [
        question(query, language),
        about(query, language),
        "",
        form.says(language),
        "",
        (given if named else Sentence("It takes no parameters.")).says(language),
    ]
    for name, text in zip(named, described, strict=True):
        lines += [name, textwrap.fill(text, WIDTH, initial_indent=" " * 6, subsequent_indent=" " * 6)]
    return "\n".join([*lines, "", example.says(language)])


def _written(value: Any) -> str:
    return ",".join(value) if isinstance(value, list) else str(value)


def _allowed(query: Query, key: str) -> Sentence:
    """The kind of a parameter, and what its value may be beyond that."""
    kind = Sentence(parameters.NOUNS[type(query.params[key])])
    everything = [word for word in sorted(parameters.EVERYTHING) if word in _written(query.params[key]).split(",")]
    if key in parameters.choices(query):
        return Sentence("{kind}, one of: {known}", kind=kind, known=", ".join(map(str, parameters.choices(query)[key])))
    if key in parameters.limits(query):
        low, high = parameters.limits(query)[key]
        return Sentence("{kind} from {low} to {high}", kind=kind, low=low, high=high)
    if key in parameters.KEYS:
        return Sentence("{kind}, {known}", kind=kind, known=_keys(parameters.KEYS[key], everything))
    if key in parameters.GROUPS:
        known = ", ".join([*catalog.codes(parameters.GROUPS[key]), *everything])
        return Sentence("{kind}, of: {known}", kind=kind, known=known)
    return _form(key, kind)


def _keys(table: str, everything: list[str]) -> Sentence:
    keys = Sentence("keys of the table {table} (python -m queries {table})", table=table)
    return Sentence("{first} or {keys}", first=", ".join(everything), keys=keys) if everything else keys


def _form(key: str, kind: Sentence) -> Sentence:
    """How days and rates are written."""
    if key in parameters.DAYS:
        return Sentence("{kind} that is a day such as 2026-08-24, or a month such as 2026-08", kind=kind)
    form = Sentence(parameters.OVERRIDE_FORM)
    return Sentence("{kind}: {form}", kind=kind, form=form) if key == "override" else kind


def _example(query: Query) -> str:
    given = [shlex.quote(f"{key}={_written(value)}") for key, value in query.example.items()]
    return " ".join(["python -m queries", query.name, *given])
