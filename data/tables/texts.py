"""Names, titles and sentences by language, from wherever they are written."""

import pandas as pd

from data import catalog, recipe

# The kind of each text, and where it stands: source, columns of its code, column of its words without the language.
WRITTEN = {
    "sector_name": ("sectors", ["sector"], "name"),
    "industry_name": ("industries", ["lens", "industry"], "name"),
    "chapter_name": ("hs_chapters", ["hs_chapter"], "name"),
    "heading_name": ("hs_headings", ["hs_heading"], "name"),
    "tariff_list_name": ("tariff_scope_names", ["scope"], "name"),
    "country_name": ("countries", ["country"], "name"),
    "visa_policy": ("visa_policy_dates", ["date"], "policy"),
    "measure_programme": ("tariff_measure_texts", ["row"], "programme"),
    "measure_scope": ("tariff_measure_texts", ["row"], "scope"),
    "measure_rate": ("tariff_measure_texts", ["row"], "rate"),
    "measure_cusma": ("tariff_measure_texts", ["row"], "cusma"),
    "measure_note": ("tariff_measure_texts", ["row"], "note"),
    "cause_name": ("ledger_causes", ["cause"], "name"),
    "cause_says": ("ledger_causes", ["cause"], "says"),
    "quote_who": ("quoted_figures", ["id"], "who"),
    "quote_note": ("quoted_figures", ["id"], "note"),
    "article_name": ("claim_articles", ["article"], "name"),
    "claim_says": ("claim_texts", ["claim"], "says"),
    "claim_concept": ("claim_texts", ["claim"], "concept"),
    "claim_reason": ("claim_texts", ["claim"], "reason"),
    "promise_title": ("agenda_promises", ["promise"], "title"),
    "promise_outcome": ("agenda_promises", ["promise"], "outcome"),
    "place_name": ("agenda_places", ["route", "stop"], "name"),
    "timeline_chapter_name": ("event_chapters", ["chapter"], "name"),
    "timeline_chapter_says": ("event_chapters", ["chapter"], "says"),
    "evidence_says": ("agenda_evidence", ["promise", "evidence_order"], "says"),
    "term_name": ("glossary", ["term"], "name"),
    "term_says": ("glossary", ["term"], "says"),
    "term_also": ("glossary", ["term"], "also"),
    "term_mark": ("glossary", ["term"], "mark"),
}
# Files that name the kind of each text.
BY_KIND = ["other_names", "event_marks"]
EVENTS = {
    "title": "event_title",
    "summary": "event_summary",
    "intensity_rationale": "event_reason",
    "note": "event_note",
}
MAY_BE_EMPTY = [
    *(kind for kind in WRITTEN if kind.startswith("measure_")),
    "quote_note",
    "event_note",
    "term_also",
    "term_mark",
]
# What one publisher names in its own language only.
IN_ONE_LANGUAGE = ["tariff_line_name"]


def rows() -> pd.DataFrame:
    """Shape: one row per kind of text, code and language. Raises ValueError where a language lacks what others have."""
    parts = [_side_by_side(kind, *place) for kind, place in WRITTEN.items()]
    found = pd.concat([*parts, *_events(), _tariff_lines(), *map(_by_kind, BY_KIND), *_files()], ignore_index=True)
    found = found[(found["words"] != "") | ~found["text_kind"].isin(MAY_BE_EMPTY)]
    _is_in_all_languages(found[~found["text_kind"].isin(IN_ONE_LANGUAGE)])
    return found


def _texts(kind: str | pd.Series, code: pd.Series, language: str, words: pd.Series, source: str) -> pd.DataFrame:
    return pd.DataFrame({"text_kind": kind, "code": code, "lang": language, "words": words, "source": source})


def _side_by_side(kind: str, source: str, keys: list[str], column: str) -> pd.DataFrame:
    """Texts that stand in one column a language; a code of several cells joins them with a colon."""
    cells = recipe.read(source)
    code = cells[keys].agg(":".join, axis="columns")
    columns = {lang: cells[f"{column}_{lang}"] for lang in catalog.LANGUAGES if f"{column}_{lang}" in cells}
    return pd.concat([_texts(kind, code, lang, words, source) for lang, words in columns.items()])


def _events() -> list[pd.DataFrame]:
    """Texts of events, which stand in one file a language; English notes in one more."""
    files = [f"events_{lang}" for lang in catalog.LANGUAGES if f"events_{lang}" in catalog.sources()]
    read = [(source, recipe.read(source)) for source in [*files, "events_notes_en"]]
    return [
        _texts(kind, cells["id"], source[-2:], cells[column], source)
        for source, cells in read
        for column, kind in EVENTS.items()
        if column in cells
    ]


def _tariff_lines() -> pd.DataFrame:
    """Tariff lines as Mexico names them."""
    source = "se_top_tariff_lines"
    cells = recipe.read(source).drop_duplicates("code")
    cells = cells[cells["code"] != "TOTAL"]
    return _texts("tariff_line_name", cells["code"], "es", cells["label_es"], source)


def _by_kind(source: str) -> pd.DataFrame:
    """Texts of several kinds in one file, which names the kind of each."""
    cells = recipe.read(source)
    columns = {lang: cells[f"words_{lang}"] for lang in catalog.LANGUAGES if f"words_{lang}" in cells}
    return pd.concat(
        [_texts(cells["text_kind"], cells["code"], lang, words, source) for lang, words in columns.items()]
    )


def _files() -> list[pd.DataFrame]:
    """All texts of a further language, which stand in one file of kind, code and words."""
    files = {lang: f"texts_{lang}" for lang in catalog.LANGUAGES if f"texts_{lang}" in catalog.sources()}
    read = {lang: (source, recipe.read(source)) for lang, source in files.items()}
    return [
        _texts(cells["text_kind"], cells["code"], lang, cells["words"], source)
        for lang, (source, cells) in read.items()
    ]


def _is_in_all_languages(found: pd.DataFrame) -> None:
    """Raises ValueError naming the languages and texts that are missing."""
    keys = found["text_kind"] + " " + found["code"]
    of = {lang: set(keys[found["lang"] == lang]) for lang in catalog.LANGUAGES}
    every = set(keys)
    missing = [f"{lang} lacks {', '.join(sorted(every - known)[:3])}" for lang, known in of.items() if every - known]
    if missing:
        raise ValueError("; ".join(missing))
