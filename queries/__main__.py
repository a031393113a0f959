"""Ask a query on the command line: `python -m queries NAME key=value … --format csv|json|table`."""

import argparse
import sys

import queries


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


def answer(name: str, pairs: list[str], form: str) -> str:
    """The answer of a query as text in the form asked for. Raises QueryError."""
    query = queries.describe(name)
    split = [pair.partition("=") for pair in pairs]
    for key, equals, _ in split:
        if not equals:
            raise queries.BadParameter(name, key, "write it as key=value")
    frame = queries.ask(name, **queries.parse(query, {key: value for key, _, value in split})).frame
    if form == "csv":
        return frame.to_csv(index=False, lineterminator="\n").rstrip("\n")
    if form == "json":
        return frame.to_json(orient="records", date_format="iso", indent=2, force_ascii=False)
    return frame.to_string(index=False)


def main(arguments: list[str]) -> int:
    """Print the answer; exit code 2 and what is known for a name or parameter that is not."""
    parser = argparse.ArgumentParser(prog="python -m queries", description=__doc__)
    parser.add_argument("name", nargs="?", help="query to ask; without it all are listed")
    parser.add_argument("parameters", nargs="*", metavar="key=value")
    parser.add_argument("--format", choices=["csv", "json", "table"], default="table")
    chosen = parser.parse_intermixed_args(arguments)
    if chosen.name is None:
        print(listing())
        return 0
    try:
        print(answer(chosen.name, chosen.parameters, chosen.format))
    except queries.QueryError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
