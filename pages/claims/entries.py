"""Each claim: what was said, what the data say, and why the verdict is what it is."""

from html import escape
from typing import Any
from urllib.parse import parse_qsl, urlencode

import pandas as pd
import streamlit as st

from pages.claims.verdicts import MARKS
from queries import Answer
from ui import figure, filters, numbers, page, state, words
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


def _entry(claim: dict[str, Any], is_open: bool) -> str:
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
    cells = "".join(f"<dt>{escape(label)}</dt><dd>{escape(str(value))}</dd>" for label, value in facts if value.strip())
    own = escape("?" + urlencode({**page.language(), "claim": claim["claim"]}))
    return (
        f'<details id="{claim["claim"]}"{" open" if is_open else ""}><summary>'
        f'<span class="verdict">{MARKS[claim["verdict"]]}</span> '
        f"<strong>{escape(words.code('verdict', claim['verdict']))}</strong> · "
        f"{escape(claim[f'says_{language}'])}</summary>"
        f'<p>{escape(_reason(claim))}</p><dl class="about">{cells}</dl>'
        f'<p class="source">{escape(words.code("article", claim["article"]))} · '
        f'<a href="{escape(_address(claim))}" target="_self">{escape(text("claims.show"))}</a> · '
        f'<a href="{own}" target="_self">{escape(text("claims.link"))}</a>{_extract_link(claim)}</p></details>'
    )


def _extract_link(claim: dict[str, Any]) -> str:
    address = extract_address(claim)
    return f' · <a href="{escape(address)}" download>{escape(text("claims.extract"))}</a>' if address else ""


def _difference(claim: dict[str, Any]) -> str:
    sign = "+" if claim["difference"] > 0 else ""
    return sign + amount(round(claim["difference"], 3), claim["stated_unit"])


def amount_of_tolerance(claim: dict[str, Any]) -> str:
    """How far a figure may be off and still match."""
    return f"± {amount(claim['tolerance'], claim['stated_unit'])}" if claim["tolerance"] else text("claims.exact")


def opened(every: pd.DataFrame) -> None:
    """The claim of the address, by itself and open, as a journalist quotes it."""
    chosen = filters.picked("claim", every["claim"])
    if chosen is None:
        return
    claim = every[every["claim"] == chosen].iloc[0].to_dict()
    with st.container(border=True, key="opened-claim"):
        st.html(f'<div class="events">{_entry(claim, True)}</div>')
        st.button(text("claims.close"), on_click=state.write, args=("claim", None), type="tertiary")


def listing(found: Answer) -> None:
    """The claims, each opens to value, difference, reason and the page that shows it."""
    entries = "".join(_entry(row, False) for row in found.frame.to_dict("records"))
    st.html(
        f'<h2 class="finding">{escape(text("claims.list"))}</h2>'
        f'<p class="subtitle">{escape(text("claims.list.subtitle"))}</p><div class="events">{entries}</div>'
    )
    language = current()
    columns = [
        "claim", "article", "article_date", f"says_{language}", "topic", "about_period", f"concept_{language}",
        "official_series", "stated_text", "stated_unit", "recomputed", "recomputed_text", "other_value", "other_unit",
        "difference", "tolerance", "rounding", "verdict", f"reason_{language}", "check_query", "check_params",
        "waits_for",
    ]  # fmt: skip
    figure.offer("claims", text("claims.list"), found, columns)
