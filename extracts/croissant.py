"""The tables of the bundle as MLCommons Croissant 1.0, which machine learning tools and data search engines read."""

from typing import Any

from data import catalog
from data.editions import Edition
from extracts.descriptor import NAME, PARQUET, TITLE, TableFile
from extracts.version import AUTHOR, released, version

TYPES = {
    "INTEGER": "sc:Integer",
    "DOUBLE": "sc:Float",
    "VARCHAR": "sc:Text",
    "BOOLEAN": "sc:Boolean",
    "DATE": "sc:Date",
}
CONTEXT = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "sc": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/",
    "dct": "http://purl.org/dc/terms/",
    "conformsTo": "dct:conformsTo",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "recordSet": "cr:recordSet",
    "source": "cr:source",
}


def described(edition: Edition, found: list[TableFile]) -> dict[str, Any]:
    """The whole set: each file with its checksum, each table with its columns."""
    return {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": NAME,
        "description": TITLE,
        "version": version(),
        "datePublished": edition.made[:10] or f"{released():%Y-%m-%d}",
        "creator": {"@type": "sc:Organization", "name": AUTHOR},
        "license": "LICENCES.md",
        "citeAs": f"{AUTHOR} ({released().year}). {TITLE}, version {version()}.",
        "distribution": [_file(file) for file in found],
        "recordSet": [_records(file) for file in found],
    }


def _file(file: TableFile) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": file.path,
        "name": file.path,
        "contentUrl": file.path,
        "contentSize": f"{file.bytes} B",
        "encodingFormat": PARQUET,
        "sha256": file.sha256,
    }


def _records(file: TableFile) -> dict[str, Any]:
    entry = catalog.table(file.table)
    return {
        "@type": "cr:RecordSet",
        "@id": file.table,
        "name": file.table,
        "description": f"{entry.title['en']}. {entry.says['en']}",
        "field": [
            {
                "@type": "cr:Field",
                "@id": f"{file.table}/{column}",
                "name": column,
                "description": catalog.columns()[column].means["en"],
                "dataType": TYPES[catalog.columns()[column].type],
                "source": {"fileObject": {"@id": file.path}, "extract": {"column": column}},
            }
            for column in entry.columns
        ],
    }
