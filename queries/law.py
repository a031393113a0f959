"""Days of one law: a query that takes its day only for the law of that day answers the same on all of them."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from functools import cache
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


def neighbours(sql: str, params: dict[str, Any], changes: Sequence[str]) -> list[dict[str, Any]]:
    """The parameters with the next day of another law and the one before, as `first_day` gives them."""
    place = bisect_right(changes, str(params["date"]))
    days = [changes[near] for near in (place - 2, place) if 0 <= near < len(changes)]
    return [first_day(sql, {**params, "date": day}, changes) for day in days]


def first_day(sql: str, params: dict[str, Any], changes: Sequence[str]) -> dict[str, Any]:
    """The parameters with the first day that has the same answer; `changes` are the days of new law, in order."""
    given = str(params["date"])
    place = bisect_right(changes, given)
    if not place or len(given) != len(date.min.isoformat()):
        return params
    begins = changes[place - 1]
    return {**params, "date": max(begins, f"{given[:7]}-01") if uses(sql)[1] else begins}
