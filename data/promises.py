"""Does a table keep what the catalog promises of it?"""

import pandas as pd
import pandera.pandas as pa

from data import catalog
from data.catalog.table_model import Rule, Table
from data.connection import over

WHOLE = {"INTEGER"}
NUMBER = {"INTEGER", "DOUBLE"}


def _column(name: str, rule: Rule) -> pa.Column:
    kind = catalog.columns()[name].type
    checks = []
    if rule.min is not None:
        checks.append(pa.Check.ge(rule.min))
    if rule.max is not None:
        checks.append(pa.Check.le(rule.max))
    if kind in WHOLE:
        checks.append(pa.Check(lambda cells: (cells.dropna() % 1 == 0).all(), error="whole numbers"))
    if name in catalog.code_groups():
        checks.append(pa.Check.isin(list(catalog.codes(name))))
    if kind == "VARCHAR" and not rule.nullable:
        checks.append(pa.Check(lambda cells: (cells != "").all(), error="no empty text"))
    return pa.Column("float64" if kind in NUMBER else None, checks, nullable=rule.nullable, coerce=kind in NUMBER)


def failures(name: str, frame: pd.DataFrame) -> list[str]:
    """Everything in which a frame breaks its catalog entry; empty when it keeps all."""
    entry = catalog.table(name)
    given = set(frame.columns)
    schema = pa.DataFrameSchema({name: _column(name, rule) for name, rule in entry.columns.items() if name in given})
    try:
        schema.validate(frame, lazy=True)
    except pa.errors.SchemaErrors as error:
        cases = error.failure_cases.groupby(["column", "check"], dropna=False)["failure_case"]
        found = [f"{column}: {check}: {list(values[:3])}" for (column, check), values in cases]
    else:
        found = []
    strange, missing = sorted(given - entry.columns.keys()), sorted(entry.columns.keys() - given)
    found += [f"the recipe gives a column {column}, which the entry does not name" for column in strange]
    if missing:
        return [*found, *(f"the recipe gives no column {column}" for column in missing)]
    if frame.empty and not entry.empty_until_refreshed:
        found.append("there is not one row")
    found += _unknown_sources(entry, frame)
    return found + _doubled(entry.grain, frame) + _broken_sentences(entry.checks, frame)


def _unknown_sources(entry: Table, frame: pd.DataFrame) -> list[str]:
    """Sources that rows name and the entry of their table does not."""
    if "source" not in frame.columns or "source" not in entry.columns:
        return []
    named = {source for given in frame["source"].dropna().unique() for source in given.split(";")}
    unknown = sorted(named - {*entry.sources, *entry.refreshed_by})
    return [f"source: rows name {', '.join(unknown)}, which the table's entry does not"] if unknown else []


def _doubled(grain: list[str], frame: pd.DataFrame) -> list[str]:
    rows = frame.loc[frame.duplicated(grain), grain]
    return [f"{len(rows)} rows stand twice, the first is {rows.iloc[0].to_dict()}"] if len(rows) else []


def _broken_sentences(sentences: list[str], frame: pd.DataFrame) -> list[str]:
    with over(frame=frame) as connection:
        broken = [s for s in sentences if connection.execute(_count_exceptions(s)).fetchall()[0][0]]
    return [f"not always true: {sentence}" for sentence in broken]


def _count_exceptions(sentence: str) -> str:
    return f"select count(*) from frame where not ({sentence})"  # noqa: S608 - sentences come from the catalog
