"""Each claim: what was said, what the data say, and why the verdict is what it is."""

from typing import Any
from urllib.parse import parse_qsl, urlencode

import pandas as pd
import streamlit as st

from pages.claims.verdicts import MARKS
from queries import Answer
from ui import blocks, figure, filters, numbers, page, state, words
from ui.language import current, text

MONEY = {"CAD_BN": "cad", "USD_BN": "usd"}
DIGITS = {"PCT": 1, "PERSONS": 0, "COUNT": 0, "RANK": 0, "MILES": 0}


def amount(value: Any, unit: str) -> str:
    """A value of a claim with its unit, in the reader's language; a dash where there is none."""
    if numbers.missing(value):
        return "–"
    if unit in MONEY:
        return numbers.money(value * 1000, MONEY[unit])
    if unit == "PCT":
        return numbers.percent(value, 0 if float(value).is_integer() else 1)
    if unit == "CHANGE":
        return ("+" if value > 0 else "") + numbers.percent(value, 1)
    if unit == "MILES":
        return f"{numbers.decimal(value)} {words.code('unit', unit)}"
    return numbers.decimal(value, DIGITS.get(unit, 1))


def _ours(claim: dict[str, Any]) -> str:
    if claim["recomputed_text"]:
        return numbers.day(pd.Timestamp(claim["recomputed_text"]))
    return amount(claim["recomputed"], claim["stated_unit"])


def _reason(claim: dict[str, Any]) -> str:
    return claim[f"reason_{current()}"].format(
        ours=_ours(claim), other=amount(claim["other_value"], claim["other_unit"])
    )


def _address(claim: dict[str, Any]) -> str:
    params = {**page.language(), **dict(parse_qsl(claim["page_params"]))}
    return f"{claim['page']}?{urlencode(params)}"


def extract_address(claim: dict[str, Any]) -> str:
    """Where the rows a claim is held against can be downloaded; empty where there are none."""
    if not claim["rows"]:
        return ""
    given = dict(part.split("=", 1) for part in claim["check_params"].split(";") if part)
    return f"extracts/{claim['check_query']}.csv?{urlencode(given)}"


def _entry(claim: dict[str, Any]) -> dict[str, Any]:
    language = current()
    return {
        "id": claim["claim"],
        "mark": MARKS[claim["verdict"]],
        "verdict": words.code("verdict", claim["verdict"]),
        "says": claim[f"says_{language}"],
        "reason": _reason(claim),
        "facts": _facts(claim),
        "article": words.code("article", claim["article"]),
        "page": _address(claim),
        "own": "?" + urlencode({**page.language(), "claim": claim["claim"]}),
        "extract": extract_address(claim),
    }


def _facts(claim: dict[str, Any]) -> list[tuple[str, str]]:
    language = current()
    stated = (
        claim["stated_text"] if claim["claim_kind"] == "day" else amount(claim["stated_value"], claim["stated_unit"])
    )
    if not claim["unit_stated"]:
        stated = text("claims.unit_unstated", value=numbers.decimal(claim["stated_value"], 1))
    facts = [
        (text("claims.stated"), stated if claim["claim_kind"] in ("value", "day", "none") else ""),
        (text("claims.recomputed"), _ours(claim) if claim["claim_kind"] != "none" else ""),
        (text("claims.difference"), "" if numbers.missing(claim["difference"]) else _difference(claim)),
        (words.heading("tolerance"), "" if numbers.missing(claim["tolerance"]) else amount_of_tolerance(claim)),
        (words.heading("concept_en", False).split(" (")[0], claim[f"concept_{language}"]),
        (words.heading("official_series"), words.code("official_series", claim["official_series"])),
        (words.heading("about_period"), claim["about_period"]),
        (words.heading("check_query"), f"{claim['check_query']} {claim['check_params']}".replace(";", " ")),
        (words.heading("waits_for"), words.code("waits_for", claim["waits_for"]) if claim["waits_for"] else ""),
    ]
    return [(label, value) for label, value in facts if value.strip()]


def _entries(claims: pd.DataFrame, is_open: bool = False) -> str:
    return blocks.render(
        "claims",
        claims=[_entry(claim) for claim in claims.to_dict("records")],
        is_open=is_open,
        to_page=text("claims.show"),
        to_claim=text("claims.link"),
        to_extract=text("claims.extract"),
    )


def _difference(claim: dict[str, Any]) -> str:
    sign = "+" if claim["difference"] > 0 else ""
    return sign + amount(round(claim["difference"], 3), claim["stated_unit"])


def amount_of_tolerance(claim: dict[str, Any]) -> str:
    """How far a figure may be off and still match."""
    return f"± {amount(claim['tolerance'], claim['stated_unit'])}" if claim["tolerance"] else text("claims.exact")


def opened(every: pd.DataFrame) -> None:
    """The claim of the address, by itself and open, as a journalist quotes it."""
    chosen = filters.clicked("claim", every["claim"])
    if chosen is None:
        return
    with st.container(border=True, key="opened-claim"):
        blocks.show(_entries(every[every["claim"] == chosen], is_open=True))
        st.button(text("claims.close"), on_click=state.write, args=("claim", None), type="tertiary")


def listing(found: Answer) -> None:
    """The claims, each opens to value, difference, reason and the page that shows it."""
    blocks.show(
        blocks.render("finding", finding=text("claims.list"), subtitle=text("claims.list.subtitle")),
        _entries(found.frame),
    )
    language = current()
    columns = [
        "claim", "article", "article_date", f"says_{language}", "topic", "about_period", f"concept_{language}",
        "official_series", "stated_text", "stated_unit", "recomputed", "recomputed_text", "other_value", "other_unit",
        "difference", "tolerance", "rounding", "verdict", f"reason_{language}", "check_query", "check_params",
        "waits_for",
    ]  # fmt: skip
    figure.offer("claims", text("claims.list"), found, columns)
