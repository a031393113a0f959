"""Vintages: every figure of a source as it was published, first and after each revision."""

from datetime import date
from functools import cache
from pathlib import Path

import duckdb
import pandas as pd

from data.connection import connect

KEY = ["series", "item", "country", "period"]
COLUMNS = {
    "series": "VARCHAR",
    "item": "VARCHAR",
    "country": "VARCHAR",
    "period": "DATE",
    "value": "DOUBLE",
    "status": "VARCHAR",
    "published_on": "DATE",
    "retrieved": "TIMESTAMP",
}
WITHDRAWN = "withdrawn"
_KEYS = ", ".join(KEY)
_TYPED = ", ".join(f"cast({name} as {kind}) as {name}" for name, kind in COLUMNS.items())
LATEST = f"""
    select * from versions where published_on <= $day
    qualify row_number() over (partition by {_KEYS} order by published_on desc, retrieved desc) = 1
"""  # noqa: S608 - fixed names
MERGED = f"""
    with latest as (
        select * from versions
        qualify row_number() over (partition by {_KEYS} order by published_on desc, retrieved desc) = 1
    ),
    changed as (
        select fresh.* replace (
            greatest(fresh.published_on, coalesce(latest.published_on, fresh.published_on)) as published_on
        )
        from fresh left join latest using ({_KEYS})
        where latest.series is null or latest.value is distinct from fresh.value
            or latest.status is distinct from fresh.status
    ),
    covered as (
        select series, year(period) as year, max(published_on) as published_on, max(retrieved) as retrieved
        from fresh group by all
    ),
    withdrawn as (
        select gone.* replace (
            null as value, '{WITHDRAWN}' as status, covered.retrieved as retrieved,
            greatest(covered.published_on, gone.published_on) as published_on
        )
        from (select * from latest anti join fresh using ({_KEYS}) where status <> '{WITHDRAWN}') as gone
        inner join covered on gone.series = covered.series and year(gone.period) = covered.year
    )
    select * from versions union all by name select * from changed union all by name select * from withdrawn
    order by {_KEYS}, published_on, retrieved
"""  # noqa: S608 - fixed names


def empty() -> pd.DataFrame:
    """No figures, in the shape all figures have."""
    return _none().copy()


@cache
def _none() -> pd.DataFrame:
    return _ask("select * from versions limit 0", pd.DataFrame(columns=list(COLUMNS)), {})


def latest(versions: pd.DataFrame, on: date = date.max) -> pd.DataFrame:
    """The figures as they stood on a day: of every key the newest version published by then."""
    return _ask(LATEST, versions, {"day": on})


def merged(versions: pd.DataFrame, fresh: pd.DataFrame) -> pd.DataFrame:
    """All versions known, and those of `fresh` that are new or differ from the newest one known.

    A key that is gone from a series and year `fresh` covers is marked as withdrawn. Nothing is overwritten.
    """
    with _frames(versions=versions, fresh=fresh) as connection:
        return connection.execute(MERGED).df()


def read(path: Path) -> pd.DataFrame:
    """All versions in a file; none where there is no file yet."""
    return pd.read_parquet(path) if path.is_file() else empty()


def write(frame: pd.DataFrame, path: Path) -> None:
    """All versions as Parquet, sorted by key and day."""
    order = f"select {_TYPED} from versions order by {_KEYS}, published_on, retrieved"  # noqa: S608 - fixed names
    with _frames(versions=frame) as connection:
        target = path.as_posix().replace("'", "''")
        connection.execute(f"copy ({order}) to '{target}' (format parquet, compression zstd)")


def _frames(**frames: pd.DataFrame) -> duckdb.DuckDBPyConnection:
    connection = connect()
    for name, frame in frames.items():
        connection.register(f"{name}_frame", frame)
        connection.execute(f"create temp view {name} as select {_TYPED} from {name}_frame")  # noqa: S608 - fixed names
    return connection


def _ask(sql: str, versions: pd.DataFrame, params: dict[str, date]) -> pd.DataFrame:
    with _frames(versions=versions) as connection:
        return connection.execute(sql, params).df() if params else connection.execute(sql).df()
