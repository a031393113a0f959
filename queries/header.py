"""The header of a query file: its question, parameters and promises, as the catalog reads them."""

from data import catalog
from data.catalog import Query, RowsOfTable
from queries.errors import BrokenHeader

__all__ = ["Query", "names", "of_table", "read"]


def of_table(name: str, sql: str) -> Query:
    """The question for all rows of a table, answered by this SQL."""
    entry = catalog.table(name)
    return RowsOfTable(
        name=name,
        question=entry.title["en"],
        about=entry.says["en"],
        params={},
        example={},
        returns=list(entry.columns),
        always="true",
        sql=sql,
    )


def question(query: Query, language: str) -> str:
    """What a query asks, in a language; for the rows of a table its title."""
    return catalog.table(query.name).title[language] if query.is_table else catalog.question(query.name, language)


def about(query: Query, language: str) -> str:
    """What a reader must know of the figures, in a language; for the rows of a table what one row is."""
    return catalog.table(query.name).says[language] if query.is_table else catalog.about(query.name, language)


def names() -> list[str]:
    """Names of all queries, in alphabetical order."""
    return catalog.queries()


def read(name: str) -> Query:
    """The query of that name; its file must exist. Raises BrokenHeader."""
    try:
        return catalog.query(name)
    except catalog.Mistakes as error:
        raise BrokenHeader(error.sentences) from error
