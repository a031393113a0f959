"""What an extract says of itself: a Frictionless data package and the same for people to read."""

from typing import Any

from data import catalog, source_words
from data.catalog.source_model import Cited
from extracts import citation
from extracts.address import address
from queries import Answer, allowed, asked, question
from queries import about as about_query

FIELD_TYPES = {"INTEGER": "integer", "DOUBLE": "number", "VARCHAR": "string", "BOOLEAN": "boolean", "DATE": "date"}


def describe(answer: Answer, site: str, language: str) -> dict[str, Any]:
    """The Frictionless description of the CSV in the zip: columns, sources, licences, filters, caveats, link."""
    link = address(answer, "zip", site, language)
    entries = answer.entries()
    name = answer.name.replace("_", "-")
    return {
        "profile": "data-package",
        "name": name,
        "title": question(answer.query, language),
        "homepage": link,
        "licenses": [
            {"name": "other-open", "title": licence}
            for licence in dict.fromkeys(_licence(entry, language) for entry in entries)
        ],
        "sources": [
            {
                "title": _title(entry, language),
                **({"path": source_words.address(entry.url, language)} if entry.url else {}),
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


def metadata(answer: Answer, site: str, language: str) -> dict[str, Any]:
    """The same of the answer at its data address, where the CSV is; with what the query takes, and how many rows."""
    about = describe(answer, site, language)
    cited = citation.cited(answer, site, language)
    (rows,) = about["resources"]
    return {
        **about,
        "about": about_query(answer.query, language),
        "edition": cited.edition,
        "citation": citation.as_text(cited).strip(),
        "parameters": allowed.takes(answer.query),
        "rows": len(answer.frame),
        "resources": [{**rows, "path": address(answer, "csv", site, language)}],
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


def _title(entry: Cited, language: str) -> str:
    """Who published something, and what, in the language where it is printed in it."""
    publisher = catalog.codes("publishers")[entry.publisher][language]
    form = catalog.codes("data_addresses")["pair"][language]
    return form.format(label=publisher, value=source_words.title(entry.title, entry.url, language).words)


def _licence(entry: Cited, language: str) -> str:
    return source_words.of("licences", entry.licence, language).words


def source_line(entry: Cited, language: str) -> str:
    """A source with its vintage, licence and address, in a language where it has them in it."""
    where = source_words.address(entry.url, language)
    return f"{_title(entry, language)}. {entry.vintage}. {_licence(entry, language)}. {where}".rstrip()


def readme(answer: Answer, package: dict[str, Any], language: str) -> str:
    """The same in sentences: rows, link, filters, columns with units, sources with licence, caveats."""
    words = {code: texts[language] for code, texts in catalog.codes("data_addresses").items()}
    fields = package["resources"][0]["schema"]["fields"]
    facts = [(words["rows"], str(len(answer.frame))), (words["link"], package["homepage"])]
    columns = [(f"{f['name']} [{f.get('unit', '-')}]", f"{f['title']}. {f['description']}") for f in fields]
    sources = [source_line(entry, language) for entry in answer.entries()]
    parts = {
        "parameters": _pairs(words["pair"], asked.in_words(answer.params, language)),
        "columns": _pairs(words["pair"], columns),
        "sources": sources,
        "caveats": package["caveats"],
    }
    lines = [f"# {package['title']}", "", *(f"- {fact}" for fact in _pairs(words["pair"], facts))]
    for part, listed in parts.items():
        lines += ["", f"## {words[part]}", *(f"- {line}" for line in listed)] if listed else []
    return "\n".join([*lines, ""])


def _pairs(form: str, pairs: list[tuple[str, str]]) -> list[str]:
    return [form.format(label=label, value=value) for label, value in pairs]
