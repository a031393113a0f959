"""The names that the site itself gives, for its search: pages and their views, tables and columns, in all languages."""

from collections.abc import Iterator
from functools import cache

import duckdb
import pandas as pd
from babel.messages.pofile import read_po

from data import ROOT, catalog

MESSAGES = ROOT.parent / "ui" / "text"
Row = tuple[str, str, str, str]


def load(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the table `site_texts`: kind of text, code, language, words."""
    rows = pd.DataFrame([*_pages(), *_tables()], columns=["text_kind", "code", "lang", "words"])
    connection.register("given_texts", rows)
    connection.execute("create table site_texts as select text_kind, code, lang, words from given_texts")
    connection.unregister("given_texts")


def _pages() -> Iterator[Row]:
    """Names and questions of pages, and names of their views, as the messages of the site have them."""
    for lang in catalog.LANGUAGES:
        said = _messages(lang)
        named = {key.removeprefix("menu.") for key in said if key.startswith("menu.")}
        pages = [page for page in sorted(named) if f"{page}.question" in said]
        for page in pages:
            yield "page_name", page, lang, said[f"menu.{page}"]
            yield "page_question", page, lang, said[f"{page}.question"]
            views = f"{page}.view."
            for key in [key for key in said if key.startswith(views)]:
                code = f"{page}:{key.removeprefix(views)}"
                yield "page_name", code, lang, f"{said[f'menu.{page}']} · {said[key]}"
                yield "page_question", code, lang, said[f"{page}.question"]


@cache
def _messages(lang: str) -> dict[str, str]:
    """The messages of the site in one language, read once: every edition of the tables is searched with the same."""
    with (MESSAGES / f"{lang}.po").open("rb") as file:
        return {m.id: str(m.string) for m in read_po(file) if isinstance(m.id, str)}


def _tables() -> Iterator[Row]:
    """Titles of tables and what a row of them is; names and meanings of columns, each with the first table that has it.

    Their codes are English.
    """
    seen = set()
    for name in catalog.tables():
        entry = catalog.table(name)
        columns = [column for column in entry.columns if column not in seen]
        seen.update(columns)
        yield "table_code", name, "en", name
        yield from (("column_code", f"{name}:{column}", "en", column) for column in columns)
        for lang in catalog.LANGUAGES:
            yield "table_title", name, lang, entry.title[lang]
            yield "table_says", name, lang, entry.says[lang]
            for column in columns:
                yield "column_label", f"{name}:{column}", lang, catalog.columns()[column].label[lang]
                yield "column_means", f"{name}:{column}", lang, catalog.columns()[column].means[lang]
