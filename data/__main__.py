"""The tables: `python -m data build [table …] | refresh [source …] | rollback | chapter99 | lint | check | sources`."""

import argparse
import sys
import warnings
from collections.abc import Sequence
from pathlib import Path

from data import TABLES, catalog
from data.catalog.mistakes import mistakes
from data.output import show


def build(options: argparse.Namespace) -> int:
    """Build the tables that come with the site; 1 and all failures when any breaks its catalog entry."""
    from data import build as builder

    if unknown := _unknown(options.tables, catalog.tables(), "table"):
        return unknown
    if wrong := mistakes(catalog.SITE):
        return _all_wrong(wrong)
    try:
        built = builder.build(options.tables or None)
    except builder.BuildError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"The tables cannot be written: {error}", file=sys.stderr)
        return 1
    for path in built:
        show(f"built {path.relative_to(TABLES.parent)}")
    return 0


def refresh(options: argparse.Namespace) -> int:
    """Ask the official sources and swap in what passes all checks; 1 when any source did not."""
    from data.refresh import accepted, settings
    from data.refresh.run import refresh as ask

    known = settings.names()
    if unknown := _unknown(options.sources, known, "source"):
        return unknown
    if wrong := accepted.mistakes(options.accept, known, catalog.tables()):
        print(f"Not to be accepted: {', '.join(wrong)}. {accepted.__doc__}", file=sys.stderr)
        print(f"Kinds are: {', '.join(accepted.KINDS)}.", file=sys.stderr)
        return 2
    if options.from_folder and not options.from_folder.is_dir():
        print(f"{options.from_folder} is no folder.", file=sys.stderr)
        return 2
    overrides = {"detail": options.detail} if options.detail else {}
    names = options.sources or known
    return ask(names, options.accept, not options.no_wait, options.dry_run, options.from_folder, **overrides)


def rollback(_: argparse.Namespace) -> int:
    """Put the edition before the one in force back in its place; 1 where there is none."""
    from data.refresh.rollback import rollback as back

    sentence, is_done = back()
    show(sentence)
    return 0 if is_done else 1


def chapter99(options: argparse.Namespace) -> int:
    """Ask for chapter 99 of the U.S. tariff schedule and list what the tariff rules have to be read again for."""
    from data.refresh import chapter99 as schedule
    from data.refresh.problems import SourceProblem

    try:
        if options.from_file:
            schedule.keep(options.from_file)
        else:
            schedule.ask()
    except SourceProblem as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{options.from_file or 'The store'} cannot be read or written: {error.strerror}.", file=sys.stderr)
        return 1
    found = schedule.to_do()
    show(f"Headings of chapter 99 that read otherwise than in {schedule.last_read()}, last read: {len(found)}.")
    show("\n".join(found))
    return 0


def lint(_: argparse.Namespace) -> int:
    """Has the catalog no mistakes: entries, recipes, raw files, headers of queries? 1 and all of them when it has."""
    return _all_wrong(mistakes(catalog.SITE))


def _all_wrong(sentences: list[str]) -> int:
    """1 and the sentences, one a line, where there are any, else 0."""
    if sentences:
        print(*sentences, f"Mistakes: {len(sentences)}. Nothing was written.", sep="\n", file=sys.stderr)
    return 1 if sentences else 0


def check(_: argparse.Namespace) -> int:
    """Are the tables whole, current and explained? 1 and what is wrong when not; what waits for a person is listed."""
    from data import editions, health
    from data.refresh.chapter99 import to_do

    wrong = health.wrong()
    show("\n".join(wrong) or f"{len(catalog.tables())} tables and {len(catalog.sources())} raw files are whole.")
    for source, names in health.without_code(editions.current()).items():
        show(f"{source}: kept without a code: {', '.join(names)}")
    for line in to_do():
        show(f"chapter 99: {line}")
    return 1 if wrong else 0


def sources(_: argparse.Namespace) -> int:
    """Print what comes from where, when and under which licence."""
    from data import editions, health

    edition = editions.current()
    for name in {**catalog.sources(), **edition.refreshed}:
        source = edition.source(name)
        show(f"{name}\n  {source.publisher}: {source.title}\n  {source.vintage} · {source.licence}")
        if source.url:
            show(f"  {source.url}")
    show("\nTo refresh: python -m data refresh [source …]")
    for line in health.ages(edition):
        show(f"  {line}")
    return 0


def _unknown(given: Sequence[str], known: Sequence[str], kind: str) -> int:
    """2 and a sentence where a name is not known, else 0."""
    unknown = sorted(set(given) - set(known))
    if unknown:
        print(f"No such {kind}: {', '.join(unknown)}. Known are: {', '.join(known)}.", file=sys.stderr)
    return 2 if unknown else 0


def main(arguments: list[str]) -> int:
    """Run one action."""
    parser = argparse.ArgumentParser(prog="python -m data", description=__doc__)
    actions = parser.add_subparsers(required=True, metavar="action")
    building = actions.add_parser("build", help="build the tables that come with the site from the raw figures")
    building.add_argument("tables", nargs="*", help="tables to build (default: all)")
    building.set_defaults(action=build)
    asking = actions.add_parser("refresh", help="ask the official sources and swap in what passes all checks")
    asking.add_argument("sources", nargs="*", help="sources to ask (default: all)")
    asking.add_argument(
        "--accept",
        nargs="+",
        default=[],
        metavar="SOURCE[[:TABLE]:KIND]",
        help="take as it is what the sentence of a refusal names",
    )
    asking.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")
    asking.add_argument("--from-folder", type=Path, metavar="DIR", help="read answers downloaded by hand")
    asking.add_argument(
        "--detail", choices=["chapters", "hs6", "lines"], help="how fine CIMT is kept: HS2, HS6, HS10/HS8"
    )
    asking.add_argument("--no-wait", action="store_true", help="stop when another refresh is running")
    asking.set_defaults(action=refresh)
    schedule = actions.add_parser("chapter99", help=chapter99.__doc__)
    schedule.add_argument("--from-file", type=Path, metavar="FILE", help="read an answer downloaded by hand")
    schedule.set_defaults(action=chapter99)
    for name, action in (("lint", lint), ("check", check), ("sources", sources), ("rollback", rollback)):
        actions.add_parser(name, help=action.__doc__).set_defaults(action=action)
    options = parser.parse_args(arguments)
    # pandera loads PySpark where it is installed, which then speaks of pandas; nothing here uses the two together.
    warnings.filterwarnings("ignore", category=FutureWarning, module="pyspark")
    try:
        return int(options.action(options))
    except catalog.Mistakes as error:
        return _all_wrong(error.sentences)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
