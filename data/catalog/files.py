"""The files of the catalog, each read and checked once, when it is first asked for."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from data.catalog import reading
from data.catalog.language_model import Language
from data.catalog.query_model import Query, fields
from data.catalog.reading import Mistakes
from data.catalog.refresh_model import Refresh
from data.catalog.source_model import Correction, Source
from data.catalog.table_model import Column, Table
from data.catalog.translation_model import Questions, Translations
from data.catalog.values import Text

FILES: dict[str, Any] = {
    "languages": dict[str, Language],
    "columns": dict[str, Column],
    "codes": dict[str, dict[str, Text]],
    "sources": dict[str, Source],
    "caveats": dict[str, Text],
    "corrections": dict[str, Correction],
    "refresh": Refresh,
    "questions": Questions,
    "about": Questions,
    "translations": Translations,
}
Known = Mapping[str, Any] | None


class Catalog:
    """The catalog of the site whose files lie below `root`; whatever is read with a mistake raises Mistakes.

    The methods `read…` also check the names an entry uses, where those of the whole catalog are given.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._tables: dict[str, Table] = {}
        self._queries: dict[str, Query] = {}

    def given(self, name: str) -> dict[str, Any]:
        """What the file of this name says, unchecked."""
        path = f"data/catalog/{name}.toml"
        return reading.toml(self.root / path, path)

    def read(self, name: str, names: Known = None) -> Any:
        """What the file of this name says."""
        return reading.checked(FILES[name], self.given(name), f"data/catalog/{name}.toml", names)

    def read_table(self, name: str, names: Known = None) -> Table:
        """What the entry of a table says."""
        path = f"data/tables/{name}.toml"
        table: Table = reading.checked(Table, reading.toml(self.root / path, path), path, names)
        return table

    def read_query(self, name: str, names: Known = None) -> Query:
        """What the header of a query says."""
        path = f"queries/{name}.sql"
        found, wrong = fields(reading.text(self.root / path, path))
        wrong = [f"{path}: {sentence}" for sentence in wrong]
        try:
            query: Query = reading.checked(Query, {"name": name, **found}, path, names)
        except Mistakes as error:
            raise Mistakes([*wrong, *error.sentences]) from error
        if wrong:
            raise Mistakes(wrong)
        return query

    @cached_property
    def languages(self) -> dict[str, Language]:
        """The languages of the site, by their codes."""
        return dict(self.read("languages"))

    @cached_property
    def columns(self) -> dict[str, Column]:
        """What each column means: those of columns.toml, and those explained in the entry of their only table."""
        own = {name: column for table in self.tables for name, column in self._own_columns(table).items()}
        return {**self.read("columns"), **own}

    def _own_columns(self, table: str) -> dict[str, Column]:
        """The columns that a table's entry explains; none where it cannot be read, so that other tables still can."""
        try:
            columns = self.table(table).columns
        except Mistakes:
            return {}
        return {name: column for name, rule in columns.items() if (column := rule.column())}

    @cached_property
    def codes(self) -> dict[str, dict[str, dict[str, str]]]:
        """The words of each code, by group."""
        return dict(self.read("codes"))

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Who published each raw file."""
        return dict(self.read("sources"))

    @cached_property
    def caveats(self) -> dict[str, dict[str, str]]:
        """The words of each warning."""
        return dict(self.read("caveats"))

    @cached_property
    def corrections(self) -> dict[str, Correction]:
        """What is changed in raw files."""
        return dict(self.read("corrections"))

    @cached_property
    def refresh(self) -> Refresh:
        """How official sources are asked again."""
        refresh: Refresh = self.read("refresh")
        return refresh

    @cached_property
    def questions(self) -> dict[str, dict[str, str]]:
        """The question of each query in the other languages."""
        return dict(self.read("questions"))

    @cached_property
    def about(self) -> dict[str, dict[str, str]]:
        """What a reader must know of the figures of a query, in the other languages."""
        return dict(self.read("about"))

    @cached_property
    def translations(self) -> Translations:
        """What publishers print, in other languages."""
        translations: Translations = self.read("translations")
        return translations

    @cached_property
    def tables(self) -> list[str]:
        """Names of all tables, in alphabetical order."""
        return sorted(path.stem for path in (self.root / "data/tables").glob("*.toml"))

    def table(self, name: str) -> Table:
        """The entry of one table."""
        if name not in self._tables:
            self._tables[name] = self.read_table(name)
        return self._tables[name]

    @cached_property
    def queries(self) -> list[str]:
        """Names of all queries, in alphabetical order."""
        return sorted(path.stem for path in (self.root / "queries").glob("*.sql"))

    def query(self, name: str) -> Query:
        """The query of that name with its header."""
        if name not in self._queries:
            self._queries[name] = self.read_query(name)
        return self._queries[name]
