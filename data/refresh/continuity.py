"""Do new figures, and the tables made of them, go on from those there were? Nothing lost, nothing older, no leap."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from data import catalog, country_names
from data.catalog.table_model import Continuity
from data.connection import over
from data.refresh.accepted import LEAP, ROWS, SERIES, YEARS
from data.refresh.problems import SourceProblem

SHOWN = {"MEX", "USA", "WLD"}
MOST_TOLD = 2
TIME = {"year": "year", "month": "year(month)", "date": "year(date)", "period": "year(period)"}


def failures(name: str, before: Path, after: Path) -> list[tuple[str, str]]:
    """The kind and, in one sentence, each way in which a table does not go on from the one before."""
    entry = catalog.table(name)
    rule = entry.continuity
    if rule is None or not before.is_file():
        return []
    key = rule.key or entry.grain
    series = rule.series or [column for column in key if column != rule.time]
    with over() as connection:
        for view, path in (("old", before), ("new", after)):
            file = path.as_posix().replace("'", "''")
            connection.execute(f"create temp view {view} as from read_parquet('{file}')")
        for column in {"country", "partner"} & set(key):
            _without_named_since(connection, column)
        found = {
            YEARS: _years_lost(connection, rule),
            SERIES: _series_gone(connection, series),
            ROWS: _rows_gone(connection, key, rule.rows_may_shrink_pct),
            LEAP: _leaps(connection, rule),
        }
    return [(kind, _first_of(sentences)) for kind, sentences in found.items() if sentences]


def _first_of(sentences: Sequence[str]) -> str:
    """The first few of many that say the same of other rows, and how many more there are."""
    more = len(sentences) - MOST_TOLD
    return "; ".join([*sentences[:MOST_TOLD], *([f"and {more} more of this kind"] if more > 0 else [])])


def _without_named_since(connection: duckdb.DuckDBPyConnection, column: str) -> None:
    """Leave out of the old table what stood under a name that has a code by now: it goes on under its code."""
    listed = connection.execute(f"select distinct {column} from old").fetchall()  # noqa: S608 - catalog names
    if names := list(country_names.named_since(name for (name,) in listed)):
        kept = f"create temp table kept as from old where {column} not in (select unnest($names))"
        connection.execute(kept, {"names": names})
        connection.execute("create or replace temp view old as from kept")


def _gone(connection: duckdb.DuckDBPyConnection, expressions: Sequence[str]) -> list[tuple[Any, ...]]:
    """What these expressions give for the old table's rows and for no row of the new one."""
    listed = ", ".join(expressions)
    sql = f"select distinct {listed} from old except select distinct {listed} from new order by all"  # noqa: S608 - catalog names
    return connection.execute(sql).fetchall()


def _years_lost(connection: duckdb.DuckDBPyConnection, rule: Continuity) -> list[str]:
    lost = [str(year) for (year,) in _gone(connection, [TIME[rule.time]])]
    return [f"the years {', '.join(lost)} are lost"] if lost else []


def _series_gone(connection: duckdb.DuckDBPyConnection, series: Sequence[str]) -> list[str]:
    """Series (a partner's, a flow's) of which no period is left, whatever else has grown."""
    if not series:
        return []
    gone = [" ".join(map(str, row)) for row in _gone(connection, series)]
    return [f"nothing is left of {', '.join(gone[:3])}{' and others' if len(gone) > 3 else ''}"] if gone else []


def _rows_gone(connection: duckdb.DuckDBPyConnection, key: Sequence[str], may_shrink_pct: float) -> list[str]:
    """Keys that were there and are not any more; rows that are new do not make up for them."""
    gone = _gone(connection, key)
    old = connection.execute(f"select count(distinct ({', '.join(key)},)) from old").fetchall()[0][0]  # noqa: S608 - catalog names
    if len(gone) <= old * may_shrink_pct / 100:
        return []
    return [f"{len(gone):,} of {old:,} rows are gone, the first is {', '.join(map(str, gone[0]))}"]


def _leaps(connection: duckdb.DuckDBPyConnection, rule: Continuity) -> list[str]:
    """Compare the last period of the current table, and the newest of the new one, with what stood there."""
    if rule.total is None or rule.largest_jump_pct is None:
        return []
    time, value, by = rule.time, rule.total, ", ".join(rule.by)
    total = f"select [{by}] as part, {time} as period, sum({value}) as total from"
    sql = f"""
        with was as ({total} old group by all having total is not null),
        became as ({total} new group by all having total is not null),
        last_of_old as (from was qualify period = max(period) over (partition by part)),
        last_of_new as (from became qualify period = max(period) over (partition by part))
        select was.part, became.period, was.total, became.total
        from last_of_old as was inner join became using (part, period)
        union
        select was.part, now.period, was.total, now.total
        from last_of_old as was inner join last_of_new as now using (part)
        order by all
    """  # noqa: S608 - catalog names
    found = connection.execute(sql).fetchall()
    rise = rule.largest_jump_pct
    fall = rule.largest_fall_pct or rise
    return [
        f"the total of {value} ({' '.join(part)}) leaps from {old:,.1f} to {new:,.1f} in {period},"
        f" beyond {rise if new > old else fall} %"
        for part, period, old, new in found
        if abs(new - old) > abs(old) * (rise if new > old else fall) / 100
    ]


def no_year_lost(known: pd.DataFrame, fresh: pd.DataFrame) -> None:
    """Raise where a source that always answers with all its years lacks one of those it had."""
    before, after = (set(pd.to_datetime(frame["period"]).dt.year) for frame in (known, fresh))
    if lost := sorted(before - after):
        raise SourceProblem(f"The answer lacks the years {', '.join(map(str, lost))}, which were there before.")


def names_what_pages_show(known: pd.DataFrame, fresh: pd.DataFrame) -> None:
    """Raise where a source that lists every country no longer names one that pages show."""
    shared = set(known["series"].unique()) & set(fresh["series"].unique())
    before, after = (set(frame.loc[frame["series"].isin(shared), "country"].unique()) for frame in (known, fresh))
    if lost := sorted(SHOWN & (before - after)):
        raise SourceProblem(f"The answer no longer names {', '.join(lost)}, which pages show.")


def not_ahead(fresh: pd.DataFrame, today: date) -> None:
    """Raise where figures say they were published later than tomorrow: nothing could ever follow them."""
    newest = pd.to_datetime(fresh["published_on"]).max().date()
    if newest > today + timedelta(days=1):
        raise SourceProblem(f"The answer says it was published on {newest}, which is still to come.")


def not_older(known: pd.DataFrame, fresh: pd.DataFrame) -> None:
    """Raise where the figures of a series and year were published before those known: an old file came back."""
    days = pd.concat([_newest_days(known).rename("known"), _newest_days(fresh).rename("fresh")], axis=1, join="inner")
    older = days[days["fresh"] < days["known"]]
    if len(older):
        (series, year), (was, now) = older.index[0], older.iloc[0]
        published = f"as published on {now:%Y-%m-%d}, not {was:%Y-%m-%d}"
        raise SourceProblem(f"The answer is older than what is held: {series} of {year} {published}.")


def not_older_than_shipped(fresh: pd.DataFrame, shipped: str) -> None:
    """Raise where figures were published before those that came with the site, of a year, month or day."""
    newest = f"{pd.to_datetime(fresh['published_on']).max():%Y-%m-%d}"
    if newest[: len(shipped)] < shipped:
        raise SourceProblem(f"The answer is older than what came with the site: of {newest}, not {shipped}.")


def _newest_days(figures: pd.DataFrame) -> pd.Series:
    years = pd.to_datetime(figures["period"]).dt.year.rename("year")
    return pd.to_datetime(figures["published_on"]).groupby([figures["series"], years]).max()
