"""What an extract says of itself: a Frictionless data package and the same for people to read."""

from typing import Any

from data import catalog
from extracts.address import address
from queries import Answer

FIELD_TYPES = {"INTEGER": "integer", "DOUBLE": "number", "VARCHAR": "string", "BOOLEAN": "boolean", "DATE": "date"}


def describe(answer: Answer, site: str, language: str) -> dict[str, Any]:
    """The Frictionless description of the CSV in the zip: columns, sources, licences, filters, caveats, link."""
    link = address(answer, "zip", site, language)
    entries = answer.entries()
    name = answer.name.replace("_", "-")
    return {
        "profile": "data-package",
        "name": name,
        "title": answer.query.question,
        "homepage": link,
        "licenses": [
            {"name": "other-open", "title": licence} for licence in dict.fromkeys(entry.licence for entry in entries)
        ],
        "sources": [
            {
                "title": f"{entry.publisher}: {entry.title}",
                **({"path": entry.url} if entry.url else {}),
                "vintage": entry.vintage,
            }
            for entry in entries
        ],
        "filters": answer.params,
        "caveats": [catalog.caveats()[caveat][language] for caveat in answer.caveats()],
        "resources": [
            {
                "name": name,
                "path": f"{answer.name}.csv",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "schema": {"fields": [_field(column, language) for column in answer.frame.columns]},
            }
        ],
    }


def _field(column: str, language: str) -> dict[str, str]:
    known = catalog.columns()[column]
    about = {
        "name": column,
        "type": FIELD_TYPES[known.type],
        "title": known.label[language],
        "description": known.means[language],
    }
    return {**about, "unit": catalog.unit(column, language)} if known.unit else about


def readme(answer: Answer, package: dict[str, Any]) -> str:
    """The same in sentences: rows, link, filters, columns with units, sources with licence, caveats."""
    fields = package["resources"][0]["schema"]["fields"]
    lines = [f"# {package['title']}", "", f"Rows: {len(answer.frame)}", f"Link: {package['homepage']}"]
    lines += [f"Filter: {key} = {value}" for key, value in answer.params.items()]
    lines += ["", "## Columns", *(f"- {f['name']} [{f.get('unit', '-')}]: {f['description']}" for f in fields)]
    lines += ["", "## Sources"]
    lines += [
        f"- {entry.publisher}: {entry.title}. {entry.released}. {entry.licence}. {entry.url}"
        for entry in answer.entries()
    ]
    return "\n".join([*lines, "", "## Caveats", *(f"- {caveat}" for caveat in package["caveats"]), ""])
