"""The addresses of files as OpenAPI 3.1, made of the headers of the queries, the catalog, and what routes say."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import queries
from data import catalog
from extracts import citation, index
from extracts.files import FORMATS
from extracts.operations import PROBLEMS, asked, get, in_path, in_query, lang, ref, refusals, types
from queries import allowed

TYPES = {"INTEGER": "integer", "DOUBLE": "number", "VARCHAR": "string", "BOOLEAN": "boolean", "DATE": "string"}
JSON = {"application/json": {"schema": {"type": "object"}}}
Paths = dict[str, Any]


@lru_cache(maxsize=4)
def described(edition: str, site: str, version: str, more: tuple[Callable[[], Paths], ...] = ()) -> dict[str, Any]:
    """The whole description; the edition is part of what is remembered, because tables hold the codes.

    `more` are the paths of other rooms.
    """
    known = [queries.describe(name) for name in queries.names()]
    paths = {"/extracts.json": get("list", "Every query and table.", [ref("lang")], JSON)}
    for query in known:
        paths[f"/extracts/{query.name}.{{form}}"] = _rows(query)
        paths[f"/extracts/{query.name}.metadata.json"] = _metadata(query)
        paths[f"/extracts/{query.name}.cite.{{cite}}"] = _citation(query)
    paths |= _tables()
    for told in more:
        paths |= told()
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "The Canada–Mexico policy dashboard",
            "version": version,
            "summary": "Named questions, answered as files.",
            "license": {"name": "MIT; figures under the licence of their publisher, named in the metadata"},
        },
        "servers": [{"url": site or "/"}],
        "paths": paths,
        "components": {"schemas": _schemas(known), "responses": refusals(), "parameters": _parameters()},
    }


def _schemas(known: list[queries.Query]) -> dict[str, Any]:
    keys = {about["keys_of"] for query in known for about in allowed.takes(query) if "keys_of" in about}
    codes = {f"keys_of_{table}": {"type": "string", "enum": _keys(table)} for table in sorted(keys)}
    return {"problem": PROBLEMS, **codes, **{query.name: _row(query) for query in known}}


def _keys(table: str) -> list[str]:
    return sorted(queries.table(table).frame[catalog.table(table).grain[0]])


def _row(query: queries.Query) -> dict[str, Any]:
    """One row; a cell may be empty."""
    cells = {}
    for column in allowed.gives(query, "en"):
        unit = f" Unit: {column['unit']}." if column["unit"] else ""
        cells[column["name"]] = {
            "type": [TYPES[column["type"]], "null"],
            "title": column["label"],
            "description": column["means"] + unit,
        }
    return {"type": "object", "properties": cells, "required": list(cells), "additionalProperties": False}


def _parameters() -> dict[str, Any]:
    marked = "1: a CSV begins with a byte order mark, so that Excel reads its accents. Only for CSV."
    return {
        "form": in_path("form", list(FORMATS)),
        "cite": in_path("cite", list(citation.FORMS)),
        "table_form": in_path("form", list(index.TABLE_FORMATS)),
        "table": in_path("table", catalog.tables()),
        "excel": in_query("excel", {"type": "string", "enum": ["0", "1"]}, marked),
        "lang": lang(),
    }


def _rows(query: queries.Query) -> dict[str, Any]:
    """A file of any form; only JSON is described cell by cell."""
    rows = {"type": "array", "items": {"$ref": f"#/components/schemas/{query.name}"}}
    content = {**types(form.media_type for form in FORMATS.values()), "application/json": {"schema": rows}}
    return get(query.name, query.question, [ref("form"), *asked(query), ref("excel")], content)


def _metadata(query: queries.Query) -> dict[str, Any]:
    return get(f"{query.name}_metadata", f"What is known of: {query.question}", asked(query), JSON)


def _citation(query: queries.Query) -> dict[str, Any]:
    content = types(form.media_type for form in citation.FORMS.values())
    return get(f"{query.name}_cite", f"How to cite: {query.question}", [ref("cite"), *asked(query)], content)


def _tables() -> Paths:
    files = types(FORMATS[form].media_type for form in index.TABLE_FORMATS)
    chosen = [ref("table"), ref("lang")]
    return {
        "/tables/{table}.metadata.json": get("table_metadata", "What is known of a table.", chosen, JSON),
        "/tables/{table}.{form}": get("table", "All rows of one table.", [*chosen, ref("table_form")], files),
    }


def of_bundle() -> Paths:
    """Everything in one file, and its checksum."""
    return {
        "/bundle.zip": get("bundle", "All tables, queries, meanings and licences.", [], types(["application/zip"])),
        "/bundle.zip.sha256": get("bundle_checksum", "The checksum of the bundle.", [], types(["text/plain"])),
    }


def of_calendar() -> Paths:
    """The dates of the agenda."""
    return {"/agenda.ics": get("calendar", "The agenda as a calendar.", [ref("lang")], types(["text/calendar"]))}
