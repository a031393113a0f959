"""Days of one law: a query that takes its day only for the law of that day answers the same on all of them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date
from functools import cache
from itertools import zip_longest
from typing import Any

# How the engine is given a day, and how a month is made of it.
ENGINE = re.compile(r"tariff_(?:law|charged|parts|candidates|rules_on)\(\s*\$date\b")
# How the table of laws that the build computes with the engine is asked for the one in force.
HISTORY = re.compile(r"valid_from <= greatest\(cast\(\$date as date\), date '2025-01-01'\)")
MONTH = re.compile(r"date_trunc\('month', cast\(\$date as date\)\)")
DAY = re.compile(r"\$date\b")


@cache
def uses(sql: str) -> tuple[bool, bool]:
    """Whether a query takes its day for the law of that day, perhaps its month, and nothing else; and for its month."""
    engine, month = len(ENGINE.findall(sql)) + len(HISTORY.findall(sql)), len(MONTH.findall(sql))
    return engine > 0 and engine + month == len(DAY.findall(sql)), month > 0


def others(sql: str, params: dict[str, Any], defaults: dict[str, Any], changes: Sequence[str]) -> list[dict[str, Any]]:
    """The parameters with the days of other laws, as `first_day` gives them, the nearest last.

    All laws where nothing but the day and the countries is chosen; else the law before and the one after.
    """
    days = sorted({*changes, *_months(changes)} if uses(sql)[1] else {*changes})
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
    return {**params, "date": max(begins, f"{given[:7]}-01") if uses(sql)[1] else begins}
