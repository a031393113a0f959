"""The parameters of a query in words, in a reader's language: no code of ours."""

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

import queries
from data import catalog, written
from queries import parameters

# Codes of these parameters are words of a group of another name, or keys of a table that has names.
GROUPS = {
    **parameters.GROUPS,
    "claims": "claim_period",
    "figure_kind": "figure_kind",
    "list": "surtax_list",
    "measure": "measure",
    "office": "office",
    "quantity": "quantity",
    "search_kind": "search_kind",
    "series": "series",
    "topic": "topic",
}
NAMES = {"countries": "countries", "sectors": "sectors", "event_chapters": "timeline_chapters"}
NAMED = {*parameters.KEYS, "imposing", "host", "actor"}
A_DAY = re.compile(r"\d{4}-\d{2}(-\d{2})?")


def in_words(params: Mapping[str, Any], language: str) -> list[tuple[str, str]]:
    """Each parameter by its name with its value; the language is left out: the words themselves are in it."""
    return [
        (label(key, language), value)
        for key, given in params.items()
        if key != "lang" and (value := _value(key, given, language))
    ]


def written_out(settings: str, language: str) -> str:
    """Settings as a cell has them, such as `from=2024;to=2024`, in words."""
    form = catalog.codes("data_addresses")["pair"][language]
    given = dict(part.split("=", 1) for part in settings.split(";") if part)
    params = {key: value.split(",") for key, value in given.items()}
    return "; ".join(form.format(label=name, value=value) for name, value in in_words(params, language))


def label(key: str, language: str) -> str:
    """What a parameter is called."""
    known = catalog.codes("parameter")
    return known[key][language] if key in known else catalog.label(key, language)


def _value(key: str, given: Any, language: str) -> str:
    if isinstance(given, list):
        return "; ".join(_one(key, part, language) for part in given)
    return _one(key, given, language)


def _one(key: str, value: Any, language: str) -> str:
    spoken, code = catalog.languages()[language], str(value)
    if key == "content":
        return written.percent(spoken, 100 * float(value))
    if isinstance(value, float):
        return written.decimal(spoken, value, _decimals(value))
    if key.startswith("override") and ":" in code:
        measure, _, percent = code.partition(":")
        rate = float(percent)
        return f"{_measures(language).get(measure, measure)} {written.percent(spoken, rate, _decimals(rate))}"
    named = _words(key, language)
    if key in parameters.DAYS and A_DAY.fullmatch(code) and code not in named:
        day = date.fromisoformat(f"{code}-01" if len(code) == len("2026-08") else code)
        return written.day(spoken, day)
    # A measure is one of permits or one of law.
    return named.get(code) or (_measures(language).get(code, code) if key == "measure" else code)


def _decimals(value: float) -> int:
    """As many as were given."""
    return len(f"{value:g}".partition(".")[2])


def _words(key: str, language: str) -> dict[str, str]:
    """The words of the codes that a parameter may have."""
    codes = {**catalog.codes("parameter_value"), **catalog.code_groups().get(GROUPS.get(key, ""), {})}
    names = _names(NAMES[parameters.KEYS.get(key, "countries")], language) if key in NAMED else {}
    return {**names, **{code: texts[language] for code, texts in codes.items()}}


@lru_cache(maxsize=4)
def _measures(language: str) -> dict[str, str]:
    every = list(catalog.codes("measure_status"))
    frame = queries.ask("tariff_measures", status=every, lang=language).frame.drop_duplicates("measure_id")
    return dict(zip(frame["measure_id"], frame["measure_programme"], strict=True))


@lru_cache(maxsize=16)
def _names(query: str, language: str) -> dict[str, str]:
    frame = queries.ask(query, lang=language).frame
    return dict(zip(frame.iloc[:, 0], frame["name"], strict=True))
