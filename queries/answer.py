"""An answer: rows with everything that is known of where they come from."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Self

import pandas as pd

from data.catalog.source_model import Cited
from data.editions import Edition
from data.frames import unpacked
from queries.header import Query


@dataclass(frozen=True, eq=False)
class Answer:
    """What a query answered, with which parameters, from which tables and sources of which edition.

    `rows` are `frame`, packed. It is tidy, in the query's own order; units stand in column names and in the catalog.
    `sources` are names of catalog entries, those of the rows only where tables mix sources; where there are no rows,
    those of the tables.
    """

    query: Query
    params: dict[str, Any]
    rows: bytes
    tables: tuple[str, ...]
    sources: tuple[str, ...]
    edition: Edition

    @cached_property
    def frame(self) -> pd.DataFrame:
        """The rows, unpacked when they are first looked at."""
        return unpacked(self.rows)

    def without_frame(self) -> Self:
        """The same for whoever keeps it: only the packed rows."""
        return replace(self)

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
