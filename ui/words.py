"""Names of countries, sectors, codes, columns and tables in the reader's language."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import pandas as pd

import queries
from data import catalog, source_words
from data.catalog.source_model import Cited
from queries import asked
from ui.language import current
from ui.numbers import axis_unit

CODED = {
    "country": "country",
    "partner": "country",
    "reporter": "country",
    "exporter": "country",
    "importer": "country",
    "host": "country",
    "visiting_from": "country",
}
MARKS = re.compile(r"([\\`*_{}\[\]()#+\-.!|~:<>&])")
MONEY_UNITS = {"CAD_M": "cad", "USD_M": "usd", "MXN_M": "mxn"}


@cache
def _names(query: str, language: str) -> dict[str, str]:
    frame = queries.ask(query, lang=language).frame
    return dict(zip(frame.iloc[:, 0], frame["name"], strict=True))


def country(code: str) -> str:
    """The name of a country."""
    return _names("countries", current()).get(code, code)


def countries(codes: str) -> str:
    """Names of several countries given with semicolons."""
    return ", ".join(country(code) for code in codes.split(";"))


def sector(code: str) -> str:
    """The name of a common sector."""
    return _names("sectors", current()).get(code, code)


def tariff_list(code: str) -> str:
    """The name of a list of products in tariff rules."""
    return _names("tariff_scope_names", current()).get(code, code)


def chapter(code: str) -> str:
    """The name of an HS chapter."""
    return _names("hs_chapters", current()).get(code, code)


def code(group: str, value: str) -> str:
    """The words of a code value; the value itself where the catalog has none."""
    return catalog.code_groups().get(group, {}).get(value, {}).get(current(), value)


WRITTEN: dict[str, Callable[[str], str]] = {
    "actors": countries,
    "imposing": countries,
    "target": countries,
    "sector": sector,
    "tariff_scope": tariff_list,
    "programmes": lambda codes: "; ".join(code("programme", part) for part in codes.split(";")),
    "scenario": lambda settings: asked.written_out(settings, current()),
    "check_query": lambda name: catalog.question(name, current()) if name else "",
    "check_params": lambda settings: asked.written_out(settings, current()),
    "scopes": lambda codes: "; ".join(tariff_list(part) for part in codes.split(";") if part),
}


def value_of(column: str, value: str) -> str:
    """A cell of a coded column in words."""
    if column in WRITTEN:
        return WRITTEN[column](value)
    if CODED.get(column) == "country":
        return country(value)
    return code(catalog.columns()[column].codes or column, value)


def named(frame: pd.DataFrame, column: str) -> pd.DataFrame:
    """The frame with one more column, the names of a coded column: partner → partner_name."""
    return frame.assign(**{f"{column}_name": [value_of(column, value) for value in frame[column]]})


def heading(column: str, with_unit: bool = True) -> str:
    """The heading of a column, its unit in brackets where it has one that a reader needs."""
    label = catalog.label(column, current())
    unit_code = catalog.columns()[column].unit
    if not with_unit or unit_code in (None, "YEAR", "MONTH", "DATE", "RANK", "COUNT"):
        return label
    unit = catalog.unit(column, current())
    return label if label.casefold() == unit.casefold() else f"{label} ({unit})"


def unit(column: str) -> str:
    """The unit of a column."""
    return catalog.unit(column, current())


def literal(words: str) -> str:
    """Words for Markdown, where a dollar sign would begin a formula."""
    return words.replace("$", r"\$")


def label(given: str) -> str:
    """What somebody put into an address, for the label of a button, where Markdown holds but no links."""
    return literal(MARKS.sub(r"\\\1", given))


def means(column: str) -> str:
    """What a column means."""
    return catalog.columns()[column].means[current()]


def title(table: str) -> str:
    """The title of a table."""
    return catalog.table(table).title[current()]


def titles(sources: Sequence[Cited]) -> source_words.Words:
    """The titles of sources, in the reader's language where they are printed in it, and the language of the others."""
    found = [source_words.title(source.title, source.url, current()) for source in sources]
    foreign = next((title.language for title in found if title.language), "")
    return source_words.Words("; ".join(title.words for title in found), foreign)


def printed(title: str, url: str) -> dict[str, Any]:
    """What is read at an address: its title and the address, in the reader's language where the publisher has it."""
    return {
        "source": source_words.title(title, url, current()),
        "url": source_words.address(url, current()),
    }


def law(citation: str) -> source_words.Words:
    """A legal citation in the reader's language where there is one in it."""
    return source_words.of("citations", citation, current())


def axis_title(column: str) -> str:
    """The unit of an axis; money is drawn in billions."""
    unit_code = catalog.columns()[column].unit or ""
    if unit_code in MONEY_UNITS:
        return axis_unit(MONEY_UNITS[unit_code])
    return catalog.unit(column, current())
