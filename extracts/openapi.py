"""The data addresses as OpenAPI 3.1, made of the headers of the queries and the catalog."""

from functools import lru_cache
from typing import Any

import queries
from data import catalog
from extracts import citation, index
from extracts.files import FORMATS
from extracts.refusal import PROBLEM
from queries import allowed

TYPES = {"INTEGER": "integer", "DOUBLE": "number", "VARCHAR": "string", "BOOLEAN": "boolean", "DATE": "string"}
KINDS = {"integer": "integer", "number": "number", "codes": "string", "text": "string", "day": "string"}
REFUSALS = {
    "400": "A parameter is unknown or cannot have this value.",
    "404": "No such address; what is known is listed.",
    "416": "The part asked for does not lie within the file.",
    "429": "Too many files are being made; ask again later.",
    "503": "A table is missing, or the answer would take too long.",
}
DAY = r"^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$"


@lru_cache(maxsize=4)
def described(edition: str, site: str, version: str) -> dict[str, Any]:
    """The whole description; the edition is part of what is remembered, because tables hold the codes."""
    known = [queries.describe(name) for name in queries.names()]
    paths = {"/extracts.json": _listing()}
    for query in known:
        paths[f"/extracts/{query.name}.{{form}}"] = _rows(query)
        paths[f"/extracts/{query.name}.metadata.json"] = _metadata(query)
        paths[f"/extracts/{query.name}.cite.{{cite}}"] = _citation(query)
    paths["/tables/{table}.{form}"] = _table()
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
        "components": {"schemas": _schemas(known), "responses": _refusals(), "parameters": _parameters()},
    }


def _schemas(known: list[queries.Query]) -> dict[str, Any]:
    keys = {about["keys_of"] for query in known for about in allowed.takes(query) if "keys_of" in about}
    problems = {
        "type": "object",
        "required": ["type", "title", "status", "detail"],
        "properties": {
            "type": {"type": "string"},
            "title": {"type": "string"},
            "status": {"type": "integer"},
            "detail": {"type": "string", "description": "What is wrong, in a sentence."},
            "parameter": {"type": "string", "description": "The parameter at fault."},
        },
    }
    codes = {f"keys_of_{table}": {"type": "string", "enum": _keys(table)} for table in sorted(keys)}
    return {"problem": problems, **codes, **{query.name: _row(query) for query in known}}


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


def _refusals() -> dict[str, Any]:
    """As JSON where JSON is asked for, else the same sentence as text."""
    content = {PROBLEM: {"schema": {"$ref": "#/components/schemas/problem"}}, "text/plain": {}}
    return {f"refused_{status}": {"description": says, "content": content} for status, says in REFUSALS.items()}


def _parameters() -> dict[str, Any]:
    return {
        "form": _in_path("form", list(FORMATS)),
        "cite": _in_path("cite", list(citation.FORMS)),
        "table_form": _in_path("form", list(index.TABLE_FORMATS)),
        "table": _in_path("table", catalog.tables()),
        "excel": {
            "name": "excel",
            "in": "query",
            "description": "1: a CSV begins with a byte order mark, so that Excel reads its accents. Only for CSV.",
            "schema": {"type": "string", "enum": ["0", "1"]},
        },
        "lang": {"name": "lang", "in": "query", "schema": {"type": "string", "enum": list(catalog.LANGUAGES)}},
    }


def _in_path(name: str, values: list[str]) -> dict[str, Any]:
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string", "enum": values}}


def _get(name: str, summary: str, parameters: list[Any], content: dict[str, Any]) -> dict[str, Any]:
    refusals = {status: {"$ref": f"#/components/responses/refused_{status}"} for status in REFUSALS}
    answers = {
        "200": {"description": "The file.", "content": content},
        "206": {"description": "The part asked for."},
        "304": {"description": "Nothing changed."},
    }
    return {
        "get": {
            "operationId": name,
            "summary": summary,
            "parameters": parameters,
            "responses": {**answers, **refusals},
        }
    }


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/parameters/{name}"}


def _files(rows: dict[str, Any]) -> dict[str, Any]:
    """A file of any form; only JSON is described cell by cell."""
    types = [form.media_type.split(";")[0] for form in FORMATS.values()]
    return {kind: {"schema": rows} if kind == "application/json" else {} for kind in types}


def _rows(query: queries.Query) -> dict[str, Any]:
    rows = {"type": "array", "items": {"$ref": f"#/components/schemas/{query.name}"}}
    return _get(query.name, query.question, [_ref("form"), *_asked(query), _ref("excel")], _files(rows))


def _metadata(query: queries.Query) -> dict[str, Any]:
    about = {"application/json": {"schema": {"type": "object"}}}
    return _get(f"{query.name}_metadata", f"What is known of: {query.question}", _asked(query), about)


def _citation(query: queries.Query) -> dict[str, Any]:
    content: dict[str, Any] = {form.media_type.split(";")[0]: {} for form in citation.FORMS.values()}
    return _get(f"{query.name}_cite", f"How to cite: {query.question}", [_ref("cite"), *_asked(query)], content)


def _listing() -> dict[str, Any]:
    return _get("list", "Every query and table.", [_ref("lang")], {"application/json": {"schema": {"type": "object"}}})


def _table() -> dict[str, Any]:
    content: dict[str, Any] = {FORMATS[form].media_type.split(";")[0]: {} for form in index.TABLE_FORMATS}
    return _get("table", "All rows of one table.", [_ref("table"), _ref("table_form")], content)


def _asked(query: queries.Query) -> list[dict[str, Any]]:
    spoken = [] if "lang" in query.params else [_ref("lang")]
    return [_parameter(about) for about in allowed.takes(query)] + spoken


def _parameter(about: dict[str, Any]) -> dict[str, Any]:
    one: dict[str, Any] = {"type": KINDS[about["kind"]]}
    if "allowed" in about:
        one["enum"] = about["allowed"]
    if "least" in about:
        one |= {"minimum": about["least"], "maximum": about["greatest"]}
    if "keys_of" in about:
        keys = {"$ref": f"#/components/schemas/keys_of_{about['keys_of']}"}
        one = {"anyOf": [keys, {"enum": about["also"]}]} if about["also"] else keys
    if about["kind"] == "day":
        one["pattern"] = DAY
    if not isinstance(about["default"], list):
        return {"name": about["name"], "in": "query", "schema": {**one, "default": about["default"]}}
    codes = {"type": "array", "items": one, "default": about["default"]}
    return {"name": about["name"], "in": "query", "style": "form", "explode": False, "schema": codes}
