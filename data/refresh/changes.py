"""What a new edition changes in a table: rows added, revised and gone, and the figures that move most."""

from pathlib import Path

import duckdb

from data import catalog
from data.connection import over

LARGEST = 3
# Where a figure comes from may change, and the figure not.
PROVENANCE = {"vintage", "source", "publisher", "grade"}
COUNTS = """
    select
        (select count(*) from new anti join old using ({grain})),
        (select count(*) from old anti join new using ({grain})),
        (select count(*) from old inner join new using ({grain}) where {differs})
"""
MOVES = """
    select concat_ws(' ', {names}), old.{column}, new.{column}
    from old inner join new using ({grain})
    where old.{column} is distinct from new.{column}
    order by abs(coalesce(new.{column}, 0) - coalesce(old.{column}, 0)) desc, 1
    limit {largest}
"""


def described(table: str, before: Path, after: Path) -> list[str]:
    """One line on how many rows change and one for each of the largest moves; none where nothing does."""
    entry = catalog.table(table)
    grain = entry.grain
    others = [column for column in entry.columns if column not in PROVENANCE.union(grain)]
    with over() as connection:
        try:
            for view, path in (("old", before), ("new", after)):
                file = path.as_posix().replace("'", "''")
                connection.execute(f"create temp view {view} as from read_parquet('{file}')")
            differs = " or ".join(f"old.{column} is distinct from new.{column}" for column in others) or "false"
            counts = COUNTS.format(grain=", ".join(grain), differs=differs)
            added, gone, revised = connection.execute(counts).fetchall()[0]
            if not (added or gone or revised):
                return []
            moves = _moves(connection, table, grain)
        except duckdb.BinderException:
            return [f"{table}: has other columns than before"]
    return [f"{table}: {added:,} rows added, {revised:,} revised, {gone:,} gone", *moves]


def _moves(connection: duckdb.DuckDBPyConnection, table: str, grain: list[str]) -> list[str]:
    """The largest moves of the first column of the table that has any, each with its row."""
    entry = catalog.table(table)
    measures = [column for column in entry.columns if catalog.columns()[column].type == "DOUBLE"]
    for column in measures:
        names = ", ".join(f"cast({name} as varchar)" for name in grain)
        sql = MOVES.format(names=names, column=column, grain=", ".join(grain), largest=LARGEST)
        if found := connection.execute(sql).fetchall():
            return [f"  {row}: {column} {_number(old)} → {_number(new)}" for row, old, new in found]
    return []


def _number(value: float | None) -> str:
    return "nothing" if value is None else f"{value:,.1f}"
