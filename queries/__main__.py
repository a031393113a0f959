"""Ask a query on the command line: `python -m queries NAME key=value … --format csv|json|table`, `NAME --help`."""

import argparse
import sys

import queries
from data.output import show
from queries.usage import usage


def listing() -> str:
    """All queries with their questions, one a line."""
    width = max(map(len, queries.names()))
    return "\n".join(f"{name:<{width}}  {queries.describe(name).question}" for name in queries.names())


def answer(name: str, pairs: list[str], form: str) -> str:
    """The answer of a query as text in the form asked for. Raises QueryError."""
    query = queries.describe(name)
    split = [pair.partition("=") for pair in pairs]
    for key, equals, _ in split:
        if not equals:
            raise queries.BadParameter(name, key, "write it as key=value")
    frame = queries.ask(name, **queries.parse(query, [(key, value) for key, _, value in split])).frame
    if form == "csv":
        return frame.to_csv(index=False, lineterminator="\n").rstrip("\n")
    if form == "json":
        return frame.to_json(orient="records", date_format="iso", indent=2, force_ascii=False)
    return frame.to_string(index=False)


def parser() -> argparse.ArgumentParser:
    """The arguments; help is an argument like others, because each query has its own."""
    made = argparse.ArgumentParser(prog="python -m queries", description=__doc__, add_help=False)
    made.add_argument("name", nargs="?", help="query to ask; without it all are listed")
    made.add_argument("parameters", nargs="*", metavar="key=value")
    made.add_argument("--format", choices=["csv", "json", "table"], default="table")
    made.add_argument("-h", "--help", action="store_true", help="this text; after a name, what that query takes")
    return made


def output(chosen: argparse.Namespace) -> str:
    """What is asked for: the answer, the list of queries, or help. Raises QueryError."""
    if chosen.name is None:
        return parser().format_help().rstrip("\n") if chosen.help else listing()
    if chosen.help:
        return usage(queries.describe(chosen.name))
    return answer(chosen.name, chosen.parameters, chosen.format)


def main(arguments: list[str]) -> int:
    """Print the answer; exit code 2 and what is known for a name or parameter that is not."""
    chosen = parser().parse_intermixed_args(arguments)
    try:
        printed = output(chosen)
    except queries.QueryError as error:
        print(error, file=sys.stderr)
        return 2
    show(printed)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
