"""What there is to ask: every query with what it takes and gives, every table; for programs, and to read."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import queries
from data import catalog, editions, templates
from extracts.address import written
from extracts.files import FORMATS
from queries import allowed

TABLE_FORMATS = ("parquet", "csv", "zip")
TEMPLATES = templates.of(Path(__file__).resolve().parent / "templates")
TEMPLATES.filters["written"] = written


def listed(site: str, language: str) -> dict[str, Any]:
    """The edition, all queries with the addresses of an example, and all tables."""
    return {
        "edition": editions.now().name,
        "language": language,
        "openapi": f"{site}/extracts/openapi.json",
        "queries": [_query(queries.describe(name), site, language) for name in queries.names()],
        "tables": [_table(name, site, language) for name in catalog.tables()],
    }


def known(query: queries.Query, language: str) -> dict[str, Any]:
    """What a query asks, takes and gives."""
    return {
        "question": queries.question(query, language),
        "about": queries.about(query, language),
        "parameters": allowed.takes(query),
        "columns": allowed.gives(query, language),
    }


def _query(query: queries.Query, site: str, language: str) -> dict[str, Any]:
    asked = urlencode({name: written(value) for name, value in query.example.items()}, safe=",:")
    asked = f"?{asked}" if asked else ""
    return {
        "name": query.name,
        **known(query, language),
        "example": {form: f"{site}/extracts/{query.name}.{form}{asked}" for form in FORMATS},
        "metadata": f"{site}/extracts/{query.name}.metadata.json{asked}",
    }


def _table(name: str, site: str, language: str) -> dict[str, Any]:
    entry = catalog.table(name)
    return {
        "name": name,
        "title": entry.title[language],
        "says": entry.says[language],
        "addresses": {form: f"{site}/tables/{name}.{form}" for form in TABLE_FORMATS},
    }


@lru_cache(maxsize=8)
def as_json(edition: str, site: str, language: str) -> bytes:
    """The list for programs; the edition is part of what is remembered."""
    return json.dumps(listed(site, language), ensure_ascii=False, indent=1).encode()


@lru_cache(maxsize=8)
def as_html(edition: str, site: str, language: str) -> bytes:
    """The list to read; the edition is part of what is remembered."""
    words = {code: texts[language] for code, texts in catalog.codes("data_addresses").items()}
    page = TEMPLATES.get_template("index.html")
    found = page.render(listed(site, language), words=words, languages=catalog.languages(), site=site)
    return found.encode()
