"""What tools answer: rows with question, units, sources, caveats, citation and address, from the named queries."""

import json
from typing import Any

import pandas as pd

import extracts
import queries
from data.frames import records
from extracts import index, package
from extracts.address import written as as_asked
from extracts.assistants.statement import Stated, figures
from queries import Answer
from queries import claims as press

NO_CLAIM = "No claim like it has been checked here: find a query, and hold the figure against its rows."
ROWS = 200
SIMILAR = 5


def listed(words: str, site: str, language: str) -> list[dict[str, str]]:
    """Queries whose name, question or explanation holds every word; all where no word is given."""
    wanted = words.lower().split()
    known = [queries.describe(name) for name in queries.names()]
    return [
        {"query": query.name, "question": queries.question(query, language)}
        for query in known
        if all(word in _words(query, language).lower() for word in wanted)
    ]


def _words(query: queries.Query, language: str) -> str:
    """A query's name, question and explanation in English and in a language."""
    asked, note = queries.question(query, language), queries.about(query, language)
    return f"{query.name} {query.question} {query.about} {asked} {note}"


def described(name: str, site: str, language: str) -> dict[str, Any]:
    """What one query takes and gives, with parameters that give rows."""
    query = queries.describe(name)
    return {"query": query.name, **index.known(query, language), "example": query.example}


def run(name: str, parameters: dict[str, Any], rows: int, site: str, language: str) -> dict[str, Any]:
    """The first rows of a query with where they come from. Parameters are those of its data address."""
    query = queries.describe(name)
    given = [(key, _as_asked(value)) for key, value in parameters.items()]
    if "lang" in query.params and "lang" not in parameters:
        given.append(("lang", language))
    return written(queries.ask(name, **queries.parse(query, given)), min(rows, ROWS), site, language)


def _as_asked(value: Any) -> str:
    """A value as an address has it, whatever an assistant puts into a list."""
    return as_asked([str(part) for part in value] if isinstance(value, list) else value)


def written(answer: Answer, rows: int, site: str, language: str) -> dict[str, Any]:
    """An answer as a tool gives it; `rows` of it, and how many there are."""
    about = package.metadata(answer, site, language)
    (resource,) = about["resources"]
    shown = json.loads(extracts.write(answer, "json", site, language))[:rows]
    return {
        "query": answer.name,
        "question": about["title"],
        "about": about["about"],
        "parameters": about["filters"],
        "columns": resource["schema"]["fields"],
        "rows": shown,
        "rows_in_all": about["rows"],
        "sources": about["sources"],
        "licences": [licence["title"] for licence in about["licenses"]],
        "caveats": about["caveats"],
        "citation": about["citation"],
        "address": resource["path"],
    }


def product_duty(product: str, country: str, date: str, site: str, language: str) -> dict[str, Any]:
    """The whole U.S. duty on a product of a country on a day, with the steps of law behind it."""
    day = {"date": date} if date else {}
    found = queries.ask("tariff_products", text=product, partner=country, top=SIMILAR, lang=language)
    if found.frame.empty:
        return {"found": [], "says": f"No product of {country} answers to “{product}”. Try an HS code or another word."}
    hs10 = product if product in set(found.frame["hs10"]) else found.frame["hs10"].iloc[0]
    others = records(found.frame[["hs10", "name", "imports_usd_m"]])
    duty = queries.ask("whole_duty", hs10=hs10, partner=[country], **day)
    steps = queries.ask("tariff_why", hs10=hs10, partner=[country], **day)
    return {
        "hs10": hs10,
        "found": others,
        "duty": written(duty, ROWS, site, language),
        "steps": written(steps, ROWS, site, language),
    }


def checked(statement: str, site: str, language: str) -> dict[str, Any]:
    """Press claims like a statement, each recomputed, and whether the statement's own figure holds against them."""
    stated = figures(statement)
    found = queries.ask("search", text=statement, search_kind="claim", top=SIMILAR, lang=language).frame
    every = queries.ask("claims", lang=language)
    about = package.metadata(every, site, language)
    rows = {row["claim"]: row for row in records(every.frame)}
    like = [rows[claim] for claim in found["code"] if claim in rows]
    return {
        "statement": statement,
        "claims": [_claim(row, stated, site, language) for row in like],
        "says": "" if like else NO_CLAIM,
        "citation": about["citation"],
        "address": f"{site}/claims?lang={language}",
    }


def _claim(row: dict[str, Any], stated: list[Stated], site: str, language: str) -> dict[str, Any]:
    told = {
        "claim": row["claim"],
        "says": row["says"],
        "verdict_on_the_press": row["verdict"],
        "reason": row["reason"],
        "unit": row["stated_unit"],
        "our_figure": None if pd.isna(row["recomputed"]) else row["recomputed"],
        "article": {"name": row["article_name"], "date": str(row["article_date"])[:10], "address": row["article_url"]},
        "address": f"{site}/claims?claim={row['claim']}&lang={language}",
    }
    if row["check_query"]:
        behind = press.asked(row["check_query"], row["check_params"])
        told["figure_from"] = {
            key: value for key, value in written(behind, SIMILAR, site, language).items() if key != "columns"
        }
    if stated and row["claim_kind"] == "value":
        told["verdict_on_the_statement"] = _verdict(row, stated, told)
    return told


def _verdict(row: dict[str, Any], stated: list[Stated], told: dict[str, Any]) -> dict[str, Any]:
    """The nearest of the statement's figures to ours, by the rule that claims of the press are judged by."""
    ours = told["our_figure"]
    near = min(
        (figure.counted_in(row["stated_unit"]) for figure in stated), key=lambda pair: abs(pair[0] - (ours or 0))
    )
    return {"stated": near[0], "tolerance": near[1], "verdict": press.restated(row, *near)}
