"""Does a new table go on where the current one stands? No year lost, no rows gone, no leap beyond its stated bound."""

from pathlib import Path
from typing import Any

import duckdb

from data import catalog

TIME = {"year": "year", "month": "year(month)", "date": "year(date)", "period": "year(period)"}


def failures(name: str, before: Path, after: Path) -> list[str]:
    """One sentence for each way in which a table does not go on from the one before."""
    rule = catalog.table(name).get("continuity")
    if rule is None or not before.is_file():
        return []
    with duckdb.connect() as connection:
        for view, path in (("old", before), ("new", after)):
            file = path.as_posix().replace("'", "''")
            connection.execute(f"create view {view} as from read_parquet('{file}')")
        return [
            *_years_lost(connection, rule),
            *_rows_gone(connection, rule),
            *(_leaps(connection, rule) if "total" in rule else []),
        ]


def _years_lost(connection: duckdb.DuckDBPyConnection, rule: dict[str, Any]) -> list[str]:
    year = TIME[rule["time"]]
    sql = f"select distinct {year} from old except select distinct {year} from new order by 1"  # noqa: S608 - catalog names
    lost = [str(row[0]) for row in connection.execute(sql).fetchall()]
    return [f"the years {', '.join(lost)} are lost"] if lost else []


def _rows_gone(connection: duckdb.DuckDBPyConnection, rule: dict[str, Any]) -> list[str]:
    old, new = connection.execute("select (select count(*) from old), (select count(*) from new)").fetchall()[0]
    if new >= old * (1 - rule.get("rows_may_shrink_pct", 0) / 100):
        return []
    return [f"the rows shrink from {old:,} to {new:,}"]


def _leaps(connection: duckdb.DuckDBPyConnection, rule: dict[str, Any]) -> list[str]:
    """Compare the last period of the current table, and the newest of the new one, with what stood there."""
    time, value = rule["time"], rule["total"]
    by = ", ".join(rule.get("by", ["'all'"]))
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
    bound = rule["largest_jump_pct"]
    return [
        f"the total of {value} ({' '.join(part)}) leaps from {old:,.1f} to {new:,.1f} in {period}, beyond {bound} %"
        for part, period, old, new in found
        if abs(new - old) > abs(old) * bound / 100
    ]
