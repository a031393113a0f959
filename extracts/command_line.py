"""Ask a query on the command line: `python -m queries NAME key=value … --format csv`; `NAME --help` explains it."""

import argparse
import itertools
import sys
from pathlib import Path
from typing import NoReturn

import extracts
import queries
from data import catalog
from data.output import show, write
from data.store import write_whole
from extracts import citation
from queries.parameters import not_one_of
from queries.sentence import Sentence
from queries.usage import usage

TABLE, LANGUAGE = "table", catalog.LANGUAGES[0]
# What an option may be, and what the command says of itself.
CHOICES = {
    "--format": [*extracts.FORMATS, TABLE],
    "--cite": list(citation.FORMS),
    "--lang": list(catalog.LANGUAGES),
}
UNREADABLE = Sentence("The options cannot be read. Ask for --help.")
USAGE = Sentence(
    "usage: python -m queries [NAME] [key=value …] [--format FORM] [--out FILE] [--cite FORM] [--lang LANGUAGE]"
)
LEAD = Sentence("Ask a query on the command line, or list all of them.")
HELP = {
    "name": Sentence("query to ask; without it all are listed"),
    "key=value": Sentence("its parameters"),
    "--format": Sentence("{forms}; without it, that of --out, else a table", forms=", ".join(CHOICES["--format"])),
    "--out": Sentence("write the answer to this file, whole or not at all"),
    "--cite": Sentence("{forms}: how to cite the answer, instead of its rows", forms=", ".join(CHOICES["--cite"])),
    "--lang": Sentence(
        "{languages}: language of questions, notes, citation and errors", languages=", ".join(CHOICES["--lang"])
    ),
    "-h, --help": Sentence("this text; after a name, what that query takes"),
}


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


class Parser(argparse.ArgumentParser):
    """Arguments of which argparse itself says nothing, because it has no languages."""

    def error(self, message: str) -> NoReturn:
        """What cannot be read."""
        raise queries.QueryError(UNREADABLE)


def parser() -> Parser:
    """The arguments; help is an argument like others, because each query has its own."""
    made = Parser(add_help=False)
    made.add_argument("name", nargs="?")
    made.add_argument("parameters", nargs="*")
    for option in CHOICES:
        made.add_argument(option, default=LANGUAGE if option == "--lang" else None)
    made.add_argument("--out", type=Path)
    made.add_argument("-h", "--help", action="store_true")
    return made


def language(arguments: list[str]) -> str:
    """The language asked for, whatever else is; English where there is none such."""
    asked_for = [one.removeprefix("--lang=") for one in arguments if one.startswith("--lang=")]
    asked_for += [value for option, value in itertools.pairwise(arguments) if option == "--lang"]
    return next((one for one in asked_for if one in catalog.LANGUAGES), LANGUAGE)


def read(arguments: list[str]) -> argparse.Namespace:
    """The arguments, each with a value that it may have. Raises QueryError."""
    chosen = parser().parse_intermixed_args(arguments)
    for option, known in CHOICES.items():
        value = getattr(chosen, option.removeprefix("--"))
        if value is not None and value not in known:
            raise queries.QueryError(Sentence("{option}: {why}.", option=option, why=not_one_of(value, known)))
    return chosen


def help_text(spoken: str) -> str:
    """What the command takes, in a language."""
    width = max(map(len, HELP))
    lines = [f"  {option:<{width}}  {said.says(spoken)}" for option, said in HELP.items()]
    return "\n".join([USAGE.says(spoken), "", LEAD.says(spoken), "", *lines])


def output(chosen: argparse.Namespace) -> str | bytes:
    """What is asked for: the answer as text or as the file of its data address, a list, or help. Raises QueryError."""
    if chosen.name is None:
        return help_text(chosen.lang) if chosen.help else listing(chosen.lang)
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
    try:
        chosen = read(arguments)
        printed = output(chosen)
    except queries.QueryError as error:
        print(error.says(language(arguments)), file=sys.stderr)
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
