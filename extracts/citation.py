"""Who published what an extract holds, and how to rebuild it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from data import catalog, editions
from data.catalog.model import Cited
from data.editions import Edition


def sources_of(tables: Sequence[str], sources: Sequence[str] = (), edition: Edition | None = None) -> list[Cited]:
    """Entries of the named sources, or of every source of the tables, each once, as they stand in an edition."""
    at = edition or editions.now()
    every = [source for table in tables for source in at.sources(table)]
    if not sources:
        return [at.source(name) for name in dict.fromkeys(every)]
    replaced = {source for table in tables for source in catalog.table(table).sources} - set(every)
    names = [name for name in sources if name not in replaced]
    names += [name for table in tables for name in at.following(table, sources)]
    return [at.source(name) for name in dict.fromkeys(names)]


@dataclass(frozen=True)
class Citation:
    """What an extract says of itself: its name, the tables behind it, the filters used, the link that rebuilds it."""

    name: str
    title: str
    tables: tuple[str, ...]
    filters: dict[str, Any] = field(default_factory=dict)
    link: str = ""
    language: str = "en"
    sources: tuple[str, ...] = ()
    edition: Edition = field(default_factory=editions.now)

    def entries(self) -> list[Cited]:
        """Catalog entries of the sources behind the rows."""
        return sources_of(self.tables, self.sources, self.edition)

    def caveats(self) -> list[str]:
        """Sentences of every caveat of the tables, each once."""
        names = dict.fromkeys(caveat for table in self.tables for caveat in self.edition.caveats(table))
        return [catalog.caveats()[name][self.language] for name in names]

    def licences(self) -> list[str]:
        """Licences of the sources, each once."""
        return list(dict.fromkeys(source.licence for source in self.entries()))
