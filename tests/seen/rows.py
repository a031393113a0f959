"""The rows behind a chart: of each column that it draws, the first, last and extreme values."""

import re

import numpy as np
import pandas as pd

from tests.seen.words import value

EQUAL = re.compile(r"datum\.(\w+) ==")
COLUMN = re.compile(r"datum(?:\.(\w+)|\['([^']+)'\])")
UNSEEN = ("detail", "order")
FEW_GROUPS = 13


def columns_of(inherited):
    """Columns of the rows that a mark draws, formulas followed."""
    made = {step["as"]: step["calculate"] for step in inherited["transform"] if "calculate" in step}
    found = []
    channels = [given for name, given in inherited["encoding"].items() if name not in UNSEEN]
    for about in [one for given in channels for one in (given if isinstance(given, list) else [given])]:
        todo = [about.get("field", "")]
        while todo:
            name = todo.pop()
            refers = [a or b for a, b in COLUMN.findall(made[name])] if name in made else []
            todo += [other for other in refers if other != name]
            found.append(name)
    return found


def place_columns(drawn):
    """The columns that say where on the chart a value stands: steps, names and times on x and y, else x."""
    axes = [inherited["encoding"].get(name, {}) for _, inherited in drawn for name in ("x", "y")]
    named = [axis["field"] for axis in axes if "field" in axis and axis.get("type") != "quantitative"]
    return list(dict.fromkeys(named or [axis["field"] for axis in axes[::2] if "field" in axis]))


def of_rows(drawn, rows):
    found = []
    for name, frame in rows.items():
        mine = [(mark, about) for mark, about in drawn if (about["data"] or {}).get("name", "source") == name]
        places = [column for column in place_columns(mine) if column in frame]
        wanted = dict.fromkeys(column for _, about in mine for column in columns_of(about) if column in frame)
        found.append(
            f"  rows {name if name == 'source' else 'of its own'}: {len(frame)} by {', '.join(places) or 'nothing'}"
        )
        group = groups_of(mine, frame)
        for column in wanted:
            found += [f"    {line}" for line in of_column(frame, column, places, group)]
    return found


def groups_of(drawn, frame):
    """The column that picks the rows of marks, or gives them their colour or strength, where it tells a few groups apart."""
    picks = [
        name for _, about in drawn for step in about["transform"] for name in EQUAL.findall(str(step.get("filter")))
    ]
    channels = [about["encoding"].get(name) for _, about in drawn for name in ("color", "stroke", "opacity")]
    picks += [given.get("field") for given in channels if given]
    picks += [name for _, about in drawn for name in EQUAL.findall(str(about["encoding"].get("fillOpacity")))]
    return next((name for name in picks if name in frame and 1 < frame[name].nunique() <= FEW_GROUPS), None)


def of_column(frame, column, places, group):
    is_number = pd.api.types.is_numeric_dtype(frame[column]) and not pd.api.types.is_bool_dtype(frame[column])
    if not is_number:
        ends = " … ".join(dict.fromkeys(value(frame[column].iloc[at]) for at in (0, -1))) if len(frame) else ""
        yield f"{column}: {frame[column].nunique()} different, {ends}"
        return
    if group and group != column and column not in places:
        for name, part in frame.groupby(group, sort=True):
            yield f"{column} of {group} {value(name)}: {of_numbers(part, column, places)}"
    else:
        yield f"{column}: {of_numbers(frame, column, places)}"


def of_numbers(frame, column, places):
    numbers = frame[column].to_numpy(dtype=float, na_value=np.nan)
    there = np.flatnonzero(~np.isnan(numbers))
    empty = len(frame) - len(there)
    if not len(there):
        return f"no value, {empty} empty"
    least, most = numbers[there].argmin(), numbers[there].argmax()
    parts = []
    for name, nth in (("first", 0), ("last", -1), ("least", least), ("most", most)):
        at = there[nth]
        where = ", ".join(value(frame[place].iloc[at]) for place in places if place != column)
        parts.append(f"{name} {value(float(numbers[at]))}{f' ({where})' if where else ''}")
    return ", ".join(parts) + f"; {len(there)} values, {empty} empty"
