"""The catalog: what every table, column, code, source, caveat and query means."""

from data import ROOT
from data.catalog.files import Catalog
from data.catalog.language_model import Language
from data.catalog.query_model import Query, RowsOfTable
from data.catalog.reading import Mistakes
from data.catalog.refresh_model import Refresh
from data.catalog.source_model import Correction, Source
from data.catalog.table_model import Column, Table
from data.catalog.values import LANGUAGES

__all__ = ["LANGUAGES", "Catalog", "Language", "Mistakes", "Query", "RowsOfTable", "Table"]

SITE = Catalog(ROOT.parent)


def languages() -> dict[str, Language]:
    """The languages of the site, by their codes, the first one first."""
    return SITE.languages


def tables() -> list[str]:
    """Names of all tables, in alphabetical order."""
    return SITE.tables


def table(name: str) -> Table:
    """The entry of one table."""
    return SITE.table(name)


def columns() -> dict[str, Column]:
    """Every column the tables and queries may use."""
    return SITE.columns


def codes(group: str) -> dict[str, dict[str, str]]:
    """The code values of one group with their words in all languages."""
    return SITE.codes[group]


def code_groups() -> dict[str, dict[str, dict[str, str]]]:
    """All groups of codes."""
    return SITE.codes


def sources() -> dict[str, Source]:
    """Every raw file that comes with the site."""
    return SITE.sources


def refreshable() -> Refresh:
    """The official sources that can be asked again: limits that all share, and each source's address and calendar."""
    return SITE.refresh


def caveats() -> dict[str, dict[str, str]]:
    """The closed list of warnings to readers, in all languages."""
    return SITE.caveats


def corrections() -> dict[str, Correction]:
    """What we change in a publisher's or our own raw figures, with the reason and the citation."""
    return SITE.corrections


def queries() -> list[str]:
    """Names of all queries, in alphabetical order."""
    return SITE.queries


def query(name: str) -> Query:
    """The query of that name with its header; its file must exist."""
    return SITE.query(name)


def question(name: str, language: str) -> str:
    """What a query asks, in a language."""
    return query(name).question if language == LANGUAGES[0] else SITE.questions[name][language]


def about(name: str, language: str) -> str:
    """What a reader must know of the figures of a query, in a language; empty where there is nothing."""
    given = query(name).about
    return SITE.about[name][language] if given and language != LANGUAGES[0] else given


def translated(group: str, words: str, language: str) -> tuple[str, str]:
    """A title, licence or citation in a language, and which language that is: English where it is not translated."""
    known: dict[str, dict[str, str]] = getattr(SITE.translations, group)
    found = known.get(words, {}).get(language)
    return (found, language) if found else (words, LANGUAGES[0])


def typed(name: str) -> str:
    """The columns of a table cast to their types, as a list for a select."""
    return ", ".join(f"cast({column} as {columns()[column].type}) as {column}" for column in table(name).columns)


def label(column: str, language: str = "en") -> str:
    """The heading of a column in a language."""
    return columns()[column].label[language]


def unit(column: str, language: str = "en") -> str:
    """The unit of a column in a language; empty where it has none."""
    code = columns()[column].unit
    return codes("unit")[code][language] if code else ""
