"""What the bundle says of its tables: a Frictionless descriptor, a dictionary of columns, licences."""

import hashlib
from dataclasses import dataclass
from typing import Any

import pandas as pd

from data import catalog
from data.editions import Edition
from extracts.package import FIELD_TYPES, source_line
from extracts.version import AUTHOR, released, version

TITLE = "The Canada–Mexico policy dashboard: all tables"
NAME = "canada-mexico-policy-dashboard"
PARQUET = "application/vnd.apache.parquet"


@dataclass(frozen=True)
class TableFile:
    """A table's file in the bundle."""

    table: str
    path: str
    bytes: int
    sha256: str


def files(tables: dict[str, bytes]) -> list[TableFile]:
    """What is known of each table's file, by its path."""
    return [
        TableFile(path.split("/")[-1].removesuffix(".parquet"), path, len(content), hashlib.sha256(content).hexdigest())
        for path, content in tables.items()
    ]


def package(edition: Edition, found: list[TableFile]) -> dict[str, Any]:
    """The Frictionless data package of all tables."""
    return {
        "profile": "data-package",
        "name": NAME,
        "title": TITLE,
        "version": version(),
        "created": f"{released():%Y-%m-%d}T00:00:00Z" if not edition.made else edition.made,
        "contributors": [{"title": AUTHOR, "role": "author"}],
        "licenses": [{"name": "other-open", "title": "As LICENCES.md says of each source"}],
        "resources": [_resource(edition, file) for file in found],
    }


def _resource(edition: Edition, file: TableFile) -> dict[str, Any]:
    entry = catalog.table(file.table)
    return {
        "name": file.table.replace("_", "-"),
        "path": file.path,
        "title": entry.title["en"],
        "description": entry.says["en"],
        "format": "parquet",
        "mediatype": PARQUET,
        "bytes": file.bytes,
        "hash": f"sha256:{file.sha256}",
        "sources": [
            {"title": f"{cited.publisher}: {cited.title}", "vintage": cited.vintage}
            for cited in map(edition.source, edition.sources(file.table))
        ],
        "schema": {
            "fields": [
                {
                    "name": column,
                    "type": FIELD_TYPES[catalog.columns()[column].type],
                    "title": catalog.label(column),
                    "description": catalog.columns()[column].means["en"],
                    "unit": catalog.unit(column),
                }
                for column in entry.columns
            ],
            "primaryKey": list(entry.grain),
        },
    }


def dictionary() -> pd.DataFrame:
    """One row per table and column: type, unit, heading and meaning in all languages."""
    rows = []
    for table in catalog.tables():
        for column in catalog.table(table).columns:
            known = catalog.columns()[column]
            labels = {f"label_{language}": known.label[language] for language in catalog.LANGUAGES}
            means = {f"means_{language}": known.means[language] for language in catalog.LANGUAGES}
            unit = catalog.unit(column)
            rows.append({"table": table, "column": column, "type": known.type, "unit": unit, **labels, **means})
    return pd.DataFrame(rows)


def licences(edition: Edition, language: str) -> str:
    """Each table with its sources and their licences, in the words of a language where the source has them."""
    words = {code: texts[language] for code, texts in catalog.codes("bundle").items()}
    lines = [f"# {words['licences_title']}", "", words["licences_lead"]]
    for table in catalog.tables():
        lines += ["", f"## {table}", "", catalog.table(table).title[language], ""]
        lines += [f"- {source_line(edition.source(name), language)}" for name in edition.sources(table)]
    return "\n".join([*lines, ""])
