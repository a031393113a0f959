"""Build and check the tables: `python -m data build [table …] | check | sources`."""

import argparse
import hashlib
import sys

from data import RAW, TABLES, catalog


def build(names: list[str]) -> int:
    """Build the tables; 1 and all failures when any breaks its catalog entry."""
    from data import build as builder

    try:
        for path in builder.build(names or None):
            print(f"built {path.relative_to(TABLES.parent)}")
    except builder.BuildError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"The tables cannot be written: {error}", file=sys.stderr)
        return 1
    return 0


def check(_: list[str]) -> int:
    """Are the tables whole and the raw files untouched? 1 and what is wrong when not."""
    import duckdb

    from data.build import check as promises

    wrong = [f"raw/{s['file']} is missing or was changed" for s in catalog.sources().values() if _changed(s)]
    for name in catalog.tables():
        try:
            frame = duckdb.read_parquet((TABLES / f"{name}.parquet").as_posix()).df()
        except duckdb.Error:
            wrong.append(f"tables/{name}.parquet is missing or damaged; run: python -m data build {name}")
            continue
        for column, rule in catalog.table(name)["columns"].items():
            if rule.get("nullable") and catalog.columns()[column]["type"] == "VARCHAR":
                frame[column] = frame[column].fillna("")
        wrong += [f"{name}: {failure}" for failure in promises.failures(name, frame)]
    print("\n".join(wrong) or f"{len(catalog.tables())} tables and {len(catalog.sources())} raw files are whole.")
    return 1 if wrong else 0


def _changed(source: dict[str, str]) -> bool:
    path = RAW / source["file"]
    return not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != source["sha256"]


def sources(_: list[str]) -> int:
    """Print what comes from where, when and under which licence."""
    for name, source in catalog.sources().items():
        print(f"{name}\n  {source['publisher']}: {source['title']}\n  {source['vintage']} · {source['licence']}")
        if source["url"]:
            print(f"  {source['url']}")
    return 0


ACTIONS = {"build": build, "check": check, "sources": sources}


def main(arguments: list[str]) -> int:
    """Run one action on the tables named, or on all."""
    parser = argparse.ArgumentParser(prog="python -m data", description=__doc__)
    parser.add_argument("action", choices=ACTIONS)
    parser.add_argument("tables", nargs="*", help="tables to build (default: all)")
    chosen = parser.parse_args(arguments)
    unknown = sorted(set(chosen.tables) - set(catalog.tables()))
    if unknown:
        print(f"No such table: {', '.join(unknown)}. Known are: {', '.join(catalog.tables())}.", file=sys.stderr)
        return 2
    return ACTIONS[chosen.action](chosen.tables)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
