"""Ask a query on the command line: `python -m queries NAME key=value … --format csv`; `NAME --help` explains it."""

import argparse
import sys

import extracts
import queries
from data.output import show, write
from queries.usage import usage

TABLE = "table"


def listing() -> str:
    """All queries with their questions, one a line."""
    width = max(map(len, queries.names()))
    return "\n".join(f"{name:<{width}}  {_question(name)}" for name in queries.names())


def _question(name: str) -> str:
    """What a query asks, or what is wrong with its header, so that one mistake does not hide all others."""
    try:
        return queries.describe(name).question
    except queries.BrokenHeader as error:
        return str(error)


def asked(name: str, pairs: list[str]) -> queries.Answer:
    """The answer of a query with parameters as key=value. Raises QueryError."""
    query = queries.describe(name)
    split = [pair.partition("=") for pair in pairs]
    for key, equals, _ in split:
        if not equals:
            raise queries.BadParameter(name, key, "write it as key=value")
    return queries.ask(name, **queries.parse(query, [(key, value) for key, _, value in split]))


def parser() -> argparse.ArgumentParser:
    """The arguments; help is an argument like others, because each query has its own."""
    made = argparse.ArgumentParser(prog="python -m queries", description=__doc__, add_help=False)
    made.add_argument("name", nargs="?", help="query to ask; without it all are listed")
    made.add_argument("parameters", nargs="*", metavar="key=value")
    made.add_argument("--format", choices=[*extracts.FORMATS, TABLE], default=TABLE)
    made.add_argument("-h", "--help", action="store_true", help="this text; after a name, what that query takes")
    return made


def output(chosen: argparse.Namespace) -> str | bytes:
    """What is asked for: the answer as text or as the file of its data address, a list, or help. Raises QueryError."""
    if chosen.name is None:
        return parser().format_help().rstrip("\n") if chosen.help else listing()
    if chosen.help:
        return usage(queries.describe(chosen.name))
    found = asked(chosen.name, chosen.parameters)
    return found.frame.to_string(index=False) if chosen.format == TABLE else extracts.write(found, chosen.format)


def main(arguments: list[str]) -> int:
    """Print the answer; exit code 2 and what is known for a name or parameter that is not."""
    chosen = parser().parse_intermixed_args(arguments)
    try:
        printed = output(chosen)
    except queries.QueryError as error:
        print(error, file=sys.stderr)
        return 2
    if isinstance(printed, bytes):
        write(printed)
    else:
        show(printed)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
