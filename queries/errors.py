"""What can go wrong when a query is asked."""

from queries.sentence import Sentence, Told

FEWER = Sentence("Ask for fewer codes or a shorter span.")


class QueryError(Told):
    """A query could not be answered; the message says why in one sentence."""


class UnknownQuery(QueryError):
    """No query has that name."""

    def __init__(self, name: str, known: list[str]) -> None:
        self.file = f"queries/{name}.sql"
        super().__init__(Sentence("There is no query “{name}”. Known are: {known}.", name=name, known=", ".join(known)))


class UnknownTable(UnknownQuery):
    """No table has that name."""

    def __init__(self, name: str, known: list[str]) -> None:
        sentence = Sentence("There is no table “{name}”. Known are: {known}.", name=name, known=", ".join(known))
        QueryError.__init__(self, sentence)


class BrokenHeader(QueryError):
    """The header of a query's file has mistakes."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__("; ".join(sentences))
        self.file = sentences[0].partition(":")[0]


class BrokenQuery(QueryError):
    """The SQL of a query's file has a mistake, or asks for what no table has."""

    def __init__(self, query: str, why: str) -> None:
        self.file = f"queries/{query}.sql"
        super().__init__(Sentence("The file {file} is broken: {why}", file=self.file, why=why))


class BadParameter(QueryError):
    """A parameter has an unknown name or a value that cannot be used."""

    def __init__(self, query: str, parameter: str, why: str | Sentence) -> None:
        sentence = Sentence("{query}: parameter “{parameter}”: {why}.", query=query, parameter=parameter, why=why)
        super().__init__(sentence)
        self.parameter = parameter


class TableUnavailable(QueryError):
    """A table that the query needs is missing or damaged."""

    def __init__(self, table: str) -> None:
        self.table, self.file = table, f"data/tables/{table}.parquet"
        super().__init__(
            Sentence(
                "The file {file} is missing or damaged. Run: python -m data build {table}", file=self.file, table=table
            )
        )


class OverLimit(QueryError):
    """The answer needs more time or memory than one request may take."""


class TookTooLong(OverLimit):
    """The query was stopped at the time limit."""

    def __init__(self, query: str, seconds: float) -> None:
        sentence = "{query}: the answer would take longer than {seconds} seconds, so it was stopped. {fewer}"
        super().__init__(Sentence(sentence, query=query, seconds=f"{seconds:g}", fewer=FEWER))


class TookTooMuchMemory(OverLimit):
    """The query was refused the memory that it wanted."""

    def __init__(self, query: str, memory: str) -> None:
        sentence = "{query}: the answer would need more memory than {memory}, so it was stopped. {fewer}"
        super().__init__(Sentence(sentence, query=query, memory=memory, fewer=FEWER))


class TooLarge(OverLimit):
    """The rows are more, or take more memory, than one answer may."""

    def __init__(self, query: str, limit: str | Sentence) -> None:
        super().__init__(
            Sentence("{query}: the answer is larger than {limit}. {fewer}", query=query, limit=limit, fewer=FEWER)
        )


class EngineAway(QueryError):
    """The cluster that the question is put to cannot be reached, or does not hold its tables."""

    def __init__(self, query: str) -> None:
        sentence = (
            "{query}: the cluster that answers this question cannot be reached, or does not hold its tables; "
            "the log says which. What does without it is answered."
        )
        super().__init__(Sentence(sentence, query=query))


class Cancelled(QueryError):
    """Nobody waits for the answer any more."""

    def __init__(self, query: str) -> None:
        super().__init__(Sentence("{query}: was stopped, because nobody waits for the answer any more.", query=query))
