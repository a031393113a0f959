"""Ask a query on the command line: `python -m queries NAME key=value … --format csv`; `NAME --help` explains it."""

import argparse
import sys
from pathlib import Path

import extracts
import queries
from data import catalog
from data.output import show, write
from data.store import write_whole
from extracts import citation
from queries.sentence import Sentence
from queries.usage import usage

TABLE = "table"


def listing(language: str = "en") -> str:
    """All queries with their questions, one a line."""
    width = max(map(len, queries.names()))
    return "\n".join(f"{name:<{width}}  {_question(name, language)}" for name in queries.names())


def _question(name: str, language: str) -> str:
    """What a query asks, or what is wrong with its header, so that one mistake does not hide all others."""
    try:
        return queries.question(queries.describe(name), language)
    except queries.BrokenHeader as error:
        return str(error)


def asked(name: str, pairs: list[str]) -> queries.Answer:
    """The answer of a query with parameters as key=value. Raises QueryError."""
    query = queries.describe(name)
    split = [pair.partition("=") for pair in pairs]
    for key, equals, _ in split:
        if not equals:
            raise queries.BadParameter(name, key, Sentence("write it as key=value"))
    return queries.ask(name, **queries.parse(query, [(key, value) for key, _, value in split]))


def parser() -> argparse.ArgumentParser:
    """The arguments; help is an argument like others, because each query has its own."""
    made = argparse.ArgumentParser(prog="python -m queries", description=__doc__, add_help=False)
    made.add_argument("name", nargs="?", help="query to ask; without it all are listed")
    made.add_argument("parameters", nargs="*", metavar="key=value")
    made.add_argument("--format", choices=[*extracts.FORMATS, TABLE], help="without it, that of --out, else a table")
    made.add_argument("--out", type=Path, metavar="FILE", help="write the answer here, whole or not at all")
    made.add_argument("--cite", choices=list(citation.FORMS), help="how to cite the answer, instead of its rows")
    made.add_argument(
        "--lang",
        choices=list(catalog.LANGUAGES),
        default="en",
        help="language of questions, notes, citation and errors",
    )
    made.add_argument("-h", "--help", action="store_true", help="this text; after a name, what that query takes")
    return made


def output(chosen: argparse.Namespace) -> str | bytes:
    """What is asked for: the answer as text or as the file of its data address, a list, or help. Raises QueryError."""
    if chosen.name is None:
        return parser().format_help().rstrip("\n") if chosen.help else listing(chosen.lang)
    if chosen.help:
        return usage(queries.describe(chosen.name), chosen.lang)
    found = asked(chosen.name, chosen.parameters)
    if chosen.cite:
        return citation.FORMS[chosen.cite].write(citation.cited(found, "", chosen.lang)).encode()
    form = chosen.format or _ending(chosen.out)
    return found.frame.to_string(index=False) if form == TABLE else extracts.write(found, form, "", chosen.lang)


def _ending(out: Path | None) -> str:
    """The form that the name of a file asks for; without a file, a table."""
    ending = out.suffix.lstrip(".") if out else TABLE
    return ending if ending in extracts.FORMATS else TABLE


def main(arguments: list[str]) -> int:
    """Print the answer; exit code 2 and what is known for a name or parameter that is not."""
    chosen = parser().parse_intermixed_args(arguments)
    try:
        printed = output(chosen)
    except queries.QueryError as error:
        print(error.says(chosen.lang), file=sys.stderr)
        return 2
    except catalog.Mistakes as error:
        print(error, file=sys.stderr)
        return 2
    if chosen.out:
        return _kept(chosen.out, printed if isinstance(printed, bytes) else f"{printed}\n".encode(), chosen.lang)
    if isinstance(printed, bytes):
        write(printed)
    else:
        show(printed)
    return 0


def _kept(out: Path, content: bytes, language: str) -> int:
    """Write the file; exit code 1 and a sentence where that cannot be done."""
    try:
        write_whole(out, content)
    except OSError as error:
        said = Sentence("{file} cannot be written: {why}", file=out, why=error.strerror)
        print(said.says(language), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
