"""An answer: rows with everything that is known of where they come from."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from data.catalog.source_model import Cited
from data.editions import Edition
from queries.header import Query


@dataclass(frozen=True, eq=False)
class Answer:
    """What a query answered, with which parameters, from which tables and sources of which edition.

    `frame` is tidy, in the query's own order; units stand in column names and in the catalog. `sources` are names of
    catalog entries, those of the rows in `frame` only where tables mix sources; where `frame` is empty, those of the
    tables.
    """

    query: Query
    params: dict[str, Any]
    frame: pd.DataFrame
    tables: tuple[str, ...]
    sources: tuple[str, ...]
    edition: Edition

    @property
    def name(self) -> str:
        """The name of the query."""
        return self.query.name

    @property
    def chosen(self) -> dict[str, Any]:
        """The parameters that are not as the query has them by default."""
        return {key: value for key, value in self.params.items() if value != self.query.params.get(key)}

    def entries(self) -> list[Cited]:
        """Catalog entries of the sources, as they stand in the answer's edition."""
        return [self.edition.source(name) for name in self.sources]

    def vintages(self) -> dict[str, str]:
        """The vintage of each source."""
        return {name: self.edition.source(name).vintage for name in self.sources}

    def caveats(self) -> tuple[str, ...]:
        """Names of the warnings that hold for the tables, each once."""
        return tuple(dict.fromkeys(name for table in self.tables for name in self.edition.caveats(table)))
