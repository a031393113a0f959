"""The terms of docs/terms.csv: no message, name or note of the catalog uses a variant that a term rules out."""

import csv
import re
from pathlib import Path

import pandas as pd
import pytest
from test_language import PARTS, PLACEHOLDER, messages, strings

from data import catalog

ROOT = Path(__file__).resolve().parents[1]
with (ROOT / "docs" / "terms.csv").open(encoding="utf-8", newline="") as file:
    TERMS = list(csv.DictReader(file))
OTHERS = ("fr", "es")
# What others wrote, words to search by, and the texts that name an agreement as each country does.
NOT_OURS = ("tariff_line_name", "term_also")
NAMES_ALL = {("term_name", "cusma"), ("term_says", "cusma"), ("event_note", "e110")}


def texts(code):
    """Everything that the site writes in a language, with where it stands."""
    yield from ((key, said) for key, message in messages(code).items() for said in strings(message))
    yield from ((f"{part} {n}", getattr(e, part)[code]) for n, e in catalog.columns().items() for part in PARTS)
    yield from ((f"caveat {name}", entry[code]) for name, entry in catalog.caveats().items())
    yield from ((f"{g} {c}", words[code]) for g, codes in catalog.code_groups().items() for c, words in codes.items())
    for table in map(catalog.table, catalog.tables()):
        yield from ((f"table {table.title['en']}", getattr(table, part)[code]) for part in ("title", "says"))


def rows_of_texts(code):
    """The names, titles and sentences of all tables."""
    texts = pd.read_parquet(ROOT / "data" / "tables" / "texts.parquet").query("lang == @code")
    for row in texts.itertuples():
        if row.text_kind not in NOT_OURS and (row.text_kind, row.code) not in NAMES_ALL:
            yield f"{row.text_kind} {row.code}", row.words


def ruled_out(code):
    """The variants as words of their own, whatever their capitals, with plain spaces."""
    listed = [variant for term in TERMS for variant in term[f"never_{code}"].split(";") if variant]
    return re.compile("|".join(rf"(?<!\w){re.escape(variant)}(?!\w)" for variant in listed), re.IGNORECASE)


def test_a_term_has_all_its_words_and_a_source():
    assert len(TERMS) >= 140
    assert [term for term in TERMS if not all(term[name] for name in ("en", "fr", "es", "source"))] == []
    assert len({term["en"] for term in TERMS}) == len(TERMS)


@pytest.mark.parametrize("code", OTHERS)
def test_no_text_uses_a_variant_that_is_ruled_out(code):
    wrong = ruled_out(code)
    plain = (
        (where, PLACEHOLDER.sub("", said).replace("\u00a0", " ").replace("\u202f", " "))
        for where, said in (*texts(code), *rows_of_texts(code))
    )
    assert [(where, found[0], said) for where, said in plain if (found := wrong.search(said))] == []


@pytest.mark.parametrize(
    ("code", "loose"),
    [
        ("fr", r" [:;!?%»]|« |\u00a0[;!?]|\d [0-9]{3}\b"),
        ("es", r"\d ?%(?<!\u00a0%)|[«»]|\d,\d{3}\b|\d [0-9]{3}\b"),
    ],
)
def test_rows_are_written_as_the_language_writes_numbers_and_marks(code, loose):
    """A no-break space before a colon, a percent sign, within guillemets and between thousands; “ ” in Spanish."""
    wrong = re.compile(loose)
    assert [(where, said) for where, said in rows_of_texts(code) if wrong.search(said)] == []
