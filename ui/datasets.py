"""The tables of the site as search engines for data read them: schema.org, one `Dataset` for each."""

from typing import Any

from data import catalog, editions
from data.catalog.source_model import Cited


def described(site_name: str, address: str, language: str) -> dict[str, Any]:
    """All tables as one `DataCatalog`; `address` is that of the page of tables."""
    return {
        "@context": "https://schema.org",
        "@type": "DataCatalog",
        "name": site_name,
        "url": address,
        "inLanguage": language,
        "dataset": [_dataset(name, address, language) for name in catalog.tables()],
    }


def _dataset(name: str, address: str, language: str) -> dict[str, Any]:
    edition, entry = editions.now(), catalog.table(name)
    sources = [edition.source(source) for source in edition.sources(name)]
    columns = "; ".join(catalog.label(column, language) for column in entry.columns)
    about = {
        "@type": "Dataset",
        "name": entry.title[language],
        "description": f"{entry.title[language]}. {entry.says[language]} {columns}.",
        "url": f"{address}{'&' if '?' in address else '?'}table={name}",
        "isAccessibleForFree": True,
        "creator": [{"@type": "Organization", "name": words} for words in _publishers(sources, language)],
        "license": [{"@type": "CreativeWork", "name": words} for words in dict.fromkeys(s.licence for s in sources)],
        "isBasedOn": list(dict.fromkeys(source.url for source in sources if source.url)),
        "dateModified": max((source.vintage for source in sources), default=""),
    }
    # A table that waits for its first refresh has no source yet.
    return {key: value for key, value in about.items() if value}


def _publishers(sources: list[Cited], language: str) -> list[str]:
    named = catalog.code_groups()["publishers"]
    found = dict.fromkeys(source.publisher for source in sources)
    return [named[publisher][language] if publisher in named else publisher for publisher in found]
