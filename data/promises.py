"""Does a table keep what the catalog promises of it?"""

import pandas as pd
import pandera.pandas as pa

from data import catalog
from data.connection import connect

WHOLE = {"INTEGER"}
NUMBER = {"INTEGER", "DOUBLE"}


def _column(name: str, rule: dict) -> pa.Column:
    kind = catalog.columns()[name]["type"]
    checks = []
    if "min" in rule:
        checks.append(pa.Check.ge(rule["min"]))
    if "max" in rule:
        checks.append(pa.Check.le(rule["max"]))
    if kind in WHOLE:
        checks.append(pa.Check(lambda cells: (cells.dropna() % 1 == 0).all(), error="whole numbers"))
    if name in catalog.code_groups():
        checks.append(pa.Check.isin(list(catalog.codes(name))))
    if kind == "VARCHAR" and not rule.get("nullable"):
        checks.append(pa.Check(lambda cells: (cells != "").all(), error="no empty text"))
    return pa.Column(
        "float64" if kind in NUMBER else None, checks, nullable=rule.get("nullable", False), coerce=kind in NUMBER
    )


def failures(name: str, frame: pd.DataFrame) -> list[str]:
    """Everything in which a frame breaks its catalog entry; empty when it keeps all."""
    entry = catalog.table(name)
    schema = pa.DataFrameSchema(
        {column: _column(column, rule) for column, rule in entry["columns"].items()}, strict=True
    )
    try:
        schema.validate(frame, lazy=True)
    except pa.errors.SchemaErrors as error:
        cases = error.failure_cases.groupby(["column", "check"], dropna=False)["failure_case"]
        found = [f"{column}: {check}: {list(values[:3])}" for (column, check), values in cases]
    else:
        found = []
    found += _unknown_sources(entry, frame)
    return found + _doubled(entry["grain"], frame) + _broken_sentences(entry.get("checks", []), frame)


def _unknown_sources(entry: dict, frame: pd.DataFrame) -> list[str]:
    """Sources that rows name and the entry of their table does not."""
    if "source" not in frame.columns or "source" not in entry["columns"]:
        return []
    named = set(frame["source"].dropna().str.split(";").explode())
    unknown = sorted(named - {*entry["sources"], *entry.get("refreshed_by", {})})
    return [f"source: rows name {', '.join(unknown)}, which the table's entry does not"] if unknown else []


def _doubled(grain: list[str], frame: pd.DataFrame) -> list[str]:
    if not set(grain) <= set(frame.columns):
        return []
    rows = frame.loc[frame.duplicated(grain), grain]
    return [f"{len(rows)} rows stand twice, the first is {rows.iloc[0].to_dict()}"] if len(rows) else []


def _broken_sentences(sentences: list[str], frame: pd.DataFrame) -> list[str]:
    with connect() as connection:
        connection.register("frame", frame)
        broken = [s for s in sentences if connection.execute(_count_exceptions(s)).fetchall()[0][0]]
    return [f"not always true: {sentence}" for sentence in broken]


def _count_exceptions(sentence: str) -> str:
    return f"select count(*) from frame where not ({sentence})"  # noqa: S608 - sentences come from the catalog
