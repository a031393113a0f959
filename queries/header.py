"""The header of a query file: its question, parameters and promises, as the catalog reads them."""

from data import catalog
from data.catalog import Query
from queries.errors import BrokenHeader

__all__ = ["Query", "names", "read"]


def names() -> list[str]:
    """Names of all queries, in alphabetical order."""
    return catalog.queries()


def read(name: str) -> Query:
    """The query of that name; its file must exist. Raises BrokenHeader."""
    try:
        return catalog.query(name)
    except catalog.Mistakes as error:
        raise BrokenHeader(error.sentences) from error
