"""Vintages: every figure of a source as it was published, first and after each revision."""

from datetime import date
from functools import cache
from pathlib import Path

import duckdb
import pandas as pd

from data.connection import over

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
WITHDRAWN, UNLISTED = "withdrawn", "unlisted"
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
    gone as (
        select
            latest.*, covered.published_on as asked_on, covered.retrieved as asked_at,
            (latest.series, country) in (select (series, country) from fresh)
            and (latest.series, item) in (select (series, item) from fresh) as is_listed,
            (latest.series, period) in (select (series, period) from fresh) as is_covered
        from (select * from latest anti join fresh using ({_KEYS}) where status <> '{WITHDRAWN}') as latest
        inner join covered on latest.series = covered.series and year(latest.period) = covered.year
    ),
    withdrawn as (
        select * replace (
            null as value, '{WITHDRAWN}' as status, asked_at as retrieved,
            greatest(asked_on, published_on) as published_on
        )
        from gone where $absent_is_nil or (is_listed and is_covered)
    ),
    unlisted as (
        select * replace ('{UNLISTED}' as status, asked_at as retrieved)
        from gone where not ($absent_is_nil or is_listed) and status <> '{UNLISTED}'
    ),
    left_out as (
        select * exclude (asked_on, asked_at, is_listed, is_covered)
        from (select * from withdrawn union all select * from unlisted)
    )
    select * from versions union all by name select * from changed union all by name select * from left_out
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
    return versions if versions.empty else _ask(LATEST, versions, {"day": on})


def merged(versions: pd.DataFrame, fresh: pd.DataFrame, absent_is_nil: bool = False) -> pd.DataFrame:
    """All versions known, and those of `fresh` that are new or differ from the newest one known.

    A key is withdrawn where `fresh` still names its country and item, covers its period, and has nothing there; where
    `absent_is_nil`, as soon as it is gone from a year that `fresh` covers. A country or item that `fresh` names no more
    keeps its last figures, marked as unlisted. Periods that it does not cover stay as they were. Nothing is
    overwritten.
    """
    with _frames(versions=versions, fresh=fresh) as connection:
        return connection.execute(MERGED, {"absent_is_nil": absent_is_nil}).df()


def unlisted(versions: pd.DataFrame) -> list[str]:
    """The countries, or items where a country is still listed, whose last figures are kept though no longer listed."""
    last = latest(versions)
    gone, there = last[last["status"] == UNLISTED], last[~last["status"].isin([UNLISTED, WITHDRAWN])]
    countries = set(gone["country"].unique()) - set(there["country"].unique())
    items = set(gone.loc[~gone["country"].isin(countries), "item"].unique()) - set(there["item"].unique())
    return sorted(countries | items)


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
    connection = over(**{f"{name}_frame": frame for name, frame in frames.items()})
    for name in frames:
        connection.execute(f"create temp view {name} as select {_TYPED} from {name}_frame")  # noqa: S608 - fixed names
    return connection


def _ask(sql: str, versions: pd.DataFrame, params: dict[str, date]) -> pd.DataFrame:
    with _frames(versions=versions) as connection:
        return connection.execute(sql, params).df() if params else connection.execute(sql).df()
