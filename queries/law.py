"""Days of one law: a query that takes its day only for the law of that day answers the same on all of them.

Remedies are anti-dumping and countervailing rates; for a query that asks for those in force too, a day on which they
change is a day of new law.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date
from functools import cache
from itertools import zip_longest
from typing import Any, NamedTuple

# How the engine is given a day, and how a month is made of it.
ENGINE = re.compile(r"tariff_(?:law|charged|parts|candidates|rules_on)\(\s*\$date\b")
# How the table of laws that the build computes with the engine is asked for the one in force.
HISTORY = re.compile(r"valid_from <= greatest\(cast\(\$date as date\), date '2025-01-01'\)")
# How anti-dumping and countervailing rates are asked for those in force.
REMEDIES = re.compile(
    r"from trade_remedy_rates\s+where\s(?:(?!from)[^$])*"
    r"cast\(\$date as date\) between valid_from and coalesce\(valid_to,"
)
MONTH = re.compile(r"date_trunc\('month', cast\(\$date as date\)\)")
DAY = re.compile(r"\$date\b")


class Uses(NamedTuple):
    """What a query takes its day for; `law_only` is for nothing but the law, the month and the remedies of the day."""

    law_only: bool
    month: bool
    remedies: bool


@cache
def uses(sql: str) -> Uses:
    """What the SQL of a query takes its day for."""
    engine = len(ENGINE.findall(sql)) + len(HISTORY.findall(sql))
    month, remedies = len(MONTH.findall(sql)), len(REMEDIES.findall(sql))
    return Uses(engine > 0 and engine + month + remedies == len(DAY.findall(sql)), month > 0, remedies > 0)


def others(sql: str, params: dict[str, Any], defaults: dict[str, Any], changes: Sequence[str]) -> list[dict[str, Any]]:
    """The parameters with the days of other laws, as `first_day` gives them, the nearest last.

    All laws where nothing but the day and the countries is chosen; else the law before and the one after.
    """
    days = sorted({*changes, *_months(changes)} if uses(sql).month else {*changes})
    given = str(params["date"])
    is_chosen = any(params[name] != defaults[name] for name in params.keys() - {"date", "partner"})
    reach = 1 if is_chosen else len(days)
    after, before = days[bisect_right(days, given) :], days[: bisect_left(days, given)][::-1]
    nearest = [day for pair in zip_longest(after[:reach], before[:reach]) for day in pair if day]
    return [{**params, "date": day} for day in reversed(nearest)]


def _months(changes: Sequence[str]) -> list[str]:
    """The first days of the months in which the law changes, and of all between."""
    first, last = changes[0][:7], changes[-1][:7]
    years = range(int(first[:4]), int(last[:4]) + 1)
    months = (f"{year}-{month:02}" for year in years for month in range(1, 13))
    return [f"{month}-01" for month in months if first < month <= last]


def first_day(sql: str, params: dict[str, Any], changes: Sequence[str]) -> dict[str, Any]:
    """The parameters with the first day that has the same answer; `changes` are the days of new law, in order."""
    given = str(params["date"])
    place = bisect_right(changes, given)
    if not place or len(given) != len(date.min.isoformat()):
        return params
    begins = changes[place - 1]
    return {**params, "date": max(begins, f"{given[:7]}-01") if uses(sql).month else begins}
