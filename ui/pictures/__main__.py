"""`python -m ui.pictures PAGE FIGURE [name=value…] --out FILE`: a figure as a picture, as its address gives it."""

import argparse
import sys
from pathlib import Path

import queries
from data import catalog
from data.store import write_whole
from ui.pictures import asked


def main(arguments: list[str]) -> int:
    """Write the picture; what is wrong is a sentence on standard error."""
    parser = argparse.ArgumentParser(prog="python -m ui.pictures", description="A figure of a page as a picture.")
    parser.add_argument("page", help="as in the address of the page, such as trade")
    parser.add_argument("figure", help="as in the address of its picture, such as balance")
    parser.add_argument("params", nargs="*", metavar="name=value", help="parameters of the page, lang, theme, width")
    parser.add_argument("--out", required=True, type=Path, metavar="FILE", help="ends in .svg or .png")
    given = parser.parse_args(arguments)
    params = [(name, value) for name, _, value in (part.partition("=") for part in given.params)]
    try:
        content, _ = asked.picture_of(given.page, given.figure, given.out.suffix.removeprefix("."), params, "")
    except (queries.QueryError, catalog.Mistakes) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    write_whole(given.out, content)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
