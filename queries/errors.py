"""What can go wrong when a query is asked."""


class QueryError(Exception):
    """A query could not be answered; the message says why in one sentence."""


class UnknownQuery(QueryError):
    """No query has that name."""

    def __init__(self, name: str, known: list[str]) -> None:
        super().__init__(f"There is no query “{name}”. Known are: {', '.join(known)}.")


class BrokenHeader(QueryError):
    """The header of a query's file has mistakes."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__("; ".join(sentences))


class BadParameter(QueryError):
    """A parameter has an unknown name or a value that cannot be used."""

    def __init__(self, query: str, parameter: str, why: str) -> None:
        super().__init__(f"{query}: parameter “{parameter}”: {why}.")
        self.parameter = parameter


class TableUnavailable(QueryError):
    """A table that the query needs is missing or damaged."""

    def __init__(self, table: str) -> None:
        super().__init__(
            f"The file data/tables/{table}.parquet is missing or damaged. Run: python -m data build {table}"
        )
        self.table = table
