"""An address as OpenAPI 3.1 says it: what it takes, what it gives, and how it refuses."""

from typing import Any

from data import catalog
from extracts.refusal import PROBLEM
from queries import Query, allowed

KINDS = {"integer": "integer", "number": "number", "codes": "string", "text": "string", "day": "string"}
REFUSALS = {
    "400": "A parameter is unknown or cannot have this value.",
    "404": "No such address; what is known is listed.",
    "416": "The part asked for does not lie within the file.",
    "429": "Too many files are being made; ask again later.",
    "503": "A table is missing, or the answer would take too long.",
}
DAY = r"^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$"
PROBLEMS = {
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


def get(name: str, summary: str, parameters: list[Any], content: dict[str, Any]) -> dict[str, Any]:
    """A path that is asked with GET: `content` is what it gives by media type."""
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


def types(forms: Any) -> dict[str, Any]:
    """The media types of files in several forms, none of which is described further."""
    return {form.split(";")[0]: {} for form in forms}


def refusals() -> dict[str, Any]:
    """As JSON where JSON is asked for, else the same sentence as text."""
    content = {PROBLEM: {"schema": {"$ref": "#/components/schemas/problem"}}, "text/plain": {}}
    return {f"refused_{status}": {"description": says, "content": content} for status, says in REFUSALS.items()}


def ref(name: str) -> dict[str, str]:
    """A parameter that several addresses take."""
    return {"$ref": f"#/components/parameters/{name}"}


def in_path(name: str, values: list[str]) -> dict[str, Any]:
    """A part of an address, one of these."""
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string", "enum": values}}


def in_query(name: str, schema: dict[str, Any], says: str = "") -> dict[str, Any]:
    """A parameter."""
    return {"name": name, "in": "query", **({"description": says} if says else {}), "schema": schema}


def listed(name: str, codes: dict[str, Any]) -> dict[str, Any]:
    """A parameter of several codes, written with commas."""
    return {"name": name, "in": "query", "style": "form", "explode": False, "schema": {"type": "array", **codes}}


def asked(query: Query) -> list[dict[str, Any]]:
    """The parameters of a query, and the language."""
    spoken = [] if "lang" in query.params else [ref("lang")]
    return [_parameter(about) for about in allowed.takes(query)] + spoken


def lang() -> dict[str, Any]:
    """The language of what is said."""
    return in_query("lang", {"type": "string", "enum": list(catalog.LANGUAGES)})


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
        return in_query(about["name"], {**one, "default": about["default"]})
    return listed(about["name"], {"items": one, "default": about["default"]})
