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


class OverLimit(QueryError):
    """The answer needs more time or memory than one request may take."""


class TookTooLong(OverLimit):
    """The query was stopped at the time limit."""

    def __init__(self, query: str, seconds: float) -> None:
        super().__init__(
            f"{query}: the answer would take longer than {seconds:g} seconds, so it was stopped. "
            "Ask for fewer codes or a shorter span."
        )


class TookTooMuchMemory(OverLimit):
    """The query was refused the memory that it wanted."""

    def __init__(self, query: str, memory: str) -> None:
        super().__init__(
            f"{query}: the answer would need more memory than {memory}, so it was stopped. "
            "Ask for fewer codes or a shorter span."
        )


class Cancelled(QueryError):
    """Nobody waits for the answer any more."""

    def __init__(self, query: str) -> None:
        super().__init__(f"{query}: was stopped, because nobody waits for the answer any more.")
