"""What was found, by its kind: each leads to the very place, filters set."""

from typing import Any
from urllib.parse import parse_qsl, urlencode

import pandas as pd

import queries
from data import catalog
from data.frames import records
from queries import Answer
from ui import blocks, filters, numbers, page, state, words
from ui.language import count, current, text
from ui.remember import remembered

FIRST, MOST = 5, 100
LONGEST = 160


def kind() -> str:
    """The kind of place that the address asks for alone, or all of them."""
    asked = state.read("kind") or "all"
    if asked in ("all", *catalog.codes("search_kind")):
        return asked
    filters.not_known(text("search.kind"), asked)
    return "all"


def covers() -> str:
    """What is looked through."""
    kinds = [words.code("search_kind", code).lower() for code in catalog.codes("search_kind")]
    return text("search.covers", kinds=", ".join(kinds))


def draw(asked: str, only: str) -> None:
    """How much was found, and where; what is looked through where nothing was."""
    sentence, groups = _found(asked, only, page.language().get("lang", ""))
    page.answer(sentence)
    if groups:
        blocks.show(groups)


@remembered
def _found(asked: str, only: str, lang: str) -> tuple[str, str]:
    """The answer and the list; `lang` is the language that links keep, if the address names one."""
    top = FIRST if only == "all" else MOST
    answer = queries.ask("search", text=asked, search_kind=only, top=top, lang=current())
    if answer.frame.empty:
        return f"{text('search.nothing', words=asked)} {covers()}", ""
    kept = {"lang": lang} if lang else {}
    groups = [_group(str(code), rows, asked, kept) for code, rows in answer.frame.groupby("search_kind", sort=False)]
    return _sentence(asked, answer), blocks.render("search", groups=groups)


def _sentence(asked: str, answer: Answer) -> str:
    frame = answer.frame
    hits = int(frame.groupby("search_kind")["hits"].first().sum())
    parts = [count("search.found", hits, n=numbers.decimal(hits), words=asked)]
    if not frame["is_whole"].all():
        parts.append(text("search.in_part"))
    elif current() not in set(frame["lang"]):
        found_in = [catalog.languages()[code].name for code in catalog.LANGUAGES if code in set(frame["lang"])]
        parts.append(text("search.elsewhere", languages=", ".join(found_in)))
    return " ".join(parts)


def _group(code: str, rows: pd.DataFrame, asked: str, kept: dict[str, str]) -> dict[str, Any]:
    left = int(rows["hits"].iloc[0]) - len(rows)
    everything = "search?" + urlencode({"q": asked, "kind": code, **kept})
    return {
        "name": words.code("search_kind", code),
        "hits": [_hit(row, kept) for row in records(rows)],
        "more": (everything, count("search.more", left, n=numbers.decimal(left)))
        if left and len(rows) < MOST
        else None,
    }


def _hit(row: dict[str, Any], kept: dict[str, str]) -> dict[str, str]:
    params = {**kept, **dict(parse_qsl(row["page_params"]))}
    about = _remedies(row) or row["about"]
    return {
        "address": f"{row['page']}?{urlencode(params)}",
        "title": row["title"],
        "note": _note(row),
        "about": about if len(about) <= LONGEST else f"{about[:LONGEST].rpartition(' ')[0]} …",
    }


def _remedies(row: dict[str, Any]) -> str:
    """The anti-dumping and countervailing duties on top of the tariffs of a product, where they are known."""
    if numbers.missing(row["remedies_pct"]):
        return ""
    return text(
        "search.remedies",
        country=words.country(row["partner"]),
        rate=numbers.percent(row["remedies_pct"], 2),
        since=numbers.day(row["valid_from"]),
    )


def _note(row: dict[str, Any]) -> str:
    """The day of an event or a measure, the code of a product, the table of a column."""
    if not numbers.missing(row["date"]):
        return numbers.day(row["date"])
    if row["search_kind"] == "product":
        return text("search.product", code=row["code"])
    return words.title(row["code"].partition(":")[0]) if row["search_kind"] == "column" else ""
