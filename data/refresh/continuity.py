"""Does a new table go on where the current one stands? No year, partner or row lost, no leap beyond its bound."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb

from data import catalog
from data.catalog.model import Continuity
from data.connection import connect

TIME = {"year": "year", "month": "year(month)", "date": "year(date)", "period": "year(period)"}


def failures(name: str, before: Path, after: Path) -> list[str]:
    """One sentence for each way in which a table does not go on from the one before."""
    entry = catalog.table(name)
    rule = entry.continuity
    if rule is None or not before.is_file():
        return []
    key = rule.key or entry.grain
    series = rule.series or [column for column in key if column != rule.time]
    with connect() as connection:
        for view, path in (("old", before), ("new", after)):
            file = path.as_posix().replace("'", "''")
            connection.execute(f"create view {view} as from read_parquet('{file}')")
        return [
            *_years_lost(connection, rule),
            *_series_gone(connection, series),
            *_rows_gone(connection, key, rule.rows_may_shrink_pct),
            *_leaps(connection, rule),
        ]


def _gone(connection: duckdb.DuckDBPyConnection, expressions: Sequence[str]) -> list[tuple[Any, ...]]:
    """What these say of the old table's rows and of no row of the new one."""
    said = ", ".join(expressions)
    sql = f"select distinct {said} from old except select distinct {said} from new order by all"  # noqa: S608 - catalog names
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
