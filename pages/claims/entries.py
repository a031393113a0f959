"""Each claim: what was said, what the data say, and why the verdict is what it is."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode

import pandas as pd
import streamlit as st

import queries
from data.frames import records
from pages.claims.verdicts import MARKS, Choices
from queries import claim_words
from queries.claims import WITHOUT_FIGURE, held_against
from ui import blocks, figure, filters, numbers, page, state, words
from ui.language import count, current, text
from ui.remember import remembered

ROWS_SHOWN = 12
# The language parameter of links, where the address has one: it is the reader's, so it is handed over.
Parameters = tuple[tuple[str, str], ...]


@dataclass(frozen=True, eq=False)
class Listed:
    """A list as it is sent, and the rows behind it."""

    opening: str
    rows: figure.Rows

    def bytes(self) -> int:
        """Bytes that both take."""
        return 2 * len(self.opening) + self.rows.bytes()


def _links(claim: dict[str, Any], language: Parameters) -> list[tuple[str, str]]:
    """Where a claim can be seen: on the page that shows its figure, unless that is this one, and by itself."""
    own = ("?" + urlencode({**dict(language), "claim": claim["claim"]}), text("claims.link"))
    if claim["page"] == "claims":
        return [own]
    params = {**dict(language), **dict(parse_qsl(claim["page_params"]))}
    return [(f"{claim['page']}?{urlencode(params)}", text("claims.show")), own]


def extract_address(claim: dict[str, Any]) -> str:
    """Where the rows a claim is held against can be downloaded; empty where there are none."""
    if not claim["rows"]:
        return ""
    given = dict(part.split("=", 1) for part in claim["check_params"].split(";") if part)
    return f"extracts/{claim['check_query']}.csv?{urlencode(given)}"


def _entry(claim: dict[str, Any], language: Parameters) -> dict[str, Any]:
    return {
        "id": claim["claim"],
        "mark": MARKS[claim["verdict"]],
        "verdict": words.code("verdict", claim["verdict"]),
        "says": claim["says"],
        "waits": _waits(claim),
        "reason": claim["reason"],
        "facts": _facts(claim),
        "article": claim["article_name"],
        "article_url": claim["article_url"],
        "links": _links(claim, language),
        "extract": extract_address(claim),
    }


def _facts(claim: dict[str, Any]) -> list[tuple[str, str]]:
    facts = [
        (text("claims.stated"), _stated(claim)),
        (text("claims.recomputed"), _recomputed(claim)),
        (text("claims.difference"), "" if numbers.missing(claim["difference"]) else _difference(claim)),
        (words.heading("tolerance"), "" if numbers.missing(claim["tolerance"]) else amount_of_tolerance(claim)),
        (words.heading("claim_concept", False), claim["claim_concept"]),
        (words.heading("official_series"), words.code("official_series", claim["official_series"])),
        (words.heading("about_period"), numbers.span_of(claim["about_period"])),
        (words.heading("check_query"), words.value_of("check_query", claim["check_query"])),
        (words.heading("check_params"), words.value_of("check_params", claim["check_params"])),
    ]
    return [(label, value) for label, value in facts if value.strip()]


def _waits(claim: dict[str, Any]) -> str:
    """For whose figure a claim waits that cannot be checked, or not to the end; empty for the others."""
    if not claim["waits_for"]:
        return ""
    return text("label.value", label=words.heading("waits_for"), value=words.code("waits_for", claim["waits_for"]))


def _stated(claim: dict[str, Any]) -> str:
    """What the article states; nothing where it states no figure."""
    if claim["claim_kind"] == "day":
        return numbers.span_of(claim["stated_text"])
    if claim["claim_kind"] not in ("value", "none"):
        return ""
    if not claim["unit_stated"]:
        return text("claims.unit_unstated", value=numbers.in_billions(claim["stated_value"]))
    return claim_words.stated(current(), claim)


def _recomputed(claim: dict[str, Any]) -> str:
    """Our figure, and that it is a quotation where it is one."""
    if claim["claim_kind"] in WITHOUT_FIGURE:
        return ""
    written = claim_words.ours(current(), claim["recomputed"], claim["recomputed_text"], claim["stated_unit"])
    return text("claims.quoted", value=written) if claim["ours_quoted"] else written


def _entries(claims: pd.DataFrame, language: Parameters, is_open: bool = False) -> str:
    return blocks.render(
        "claims",
        claims=[_entry(claim, language) for claim in records(claims)],
        is_open=is_open,
        to_extract=text("claims.extract"),
    )


def _difference(claim: dict[str, Any]) -> str:
    sign = "+" if claim["difference"] > 0 else ""
    return sign + claim_words.amount(current(), round(claim["difference"], 3), claim["stated_unit"])


def amount_of_tolerance(claim: dict[str, Any]) -> str:
    """How far a figure may be off and still match."""
    if not claim["tolerance"]:
        return text("claims.exact")
    return f"± {claim_words.amount(current(), claim['tolerance'], claim['stated_unit'])}"


def opened() -> None:
    """The claim of the address, by itself and open, as a journalist quotes it."""
    if state.read("claim") is None:
        return
    every = queries.ask("claims", lang=current()).frame
    chosen = filters.clicked("claim", every["claim"])
    if chosen is None:
        return
    with st.container(border=True, key="opened-claim"):
        entry = every[every["claim"] == chosen]
        blocks.show(_entries(entry, tuple(page.language().items()), is_open=True))
        _rows(entry.iloc[0].to_dict())
        st.button(text("claims.close"), on_click=state.write, args=("claim", None), type="tertiary")


def _rows(claim: dict[str, Any]) -> None:
    """The rows the claim is held against, the first ones where there are many."""
    rows = held_against(claim)
    if len(rows):
        st.caption(text("claims.rows"))
        figure.table(rows.head(ROWS_SHOWN), alt=text("claims.rows"))


def listing(chosen: Choices) -> None:
    """The claims, each opens to value, difference, reason and the page that shows it."""
    if made := _listed(chosen, tuple(page.language().items())):
        blocks.show(made.opening)
        figure.show_rows(made.rows)


@remembered
def _listed(chosen: Choices, language: Parameters) -> Listed | None:
    found = chosen.found()
    if found.frame.empty:
        return None
    matching = int((found.frame["verdict"] == "matches").sum())
    finding = count("claims.list", matching, n=numbers.decimal(matching), total=numbers.decimal(len(found.frame)))
    heading = blocks.render("finding", finding=finding, subtitle=text("claims.list.subtitle"))
    columns = (
        "claim", "article_name", "article_date", "article_url", "says", "topic", "about_period", "claim_concept",
        "official_series", "stated_text", "stated_unit", "recomputed", "recomputed_text", "other_value", "other_unit",
        "ours_quoted", "difference", "tolerance", "verdict", "reason", "check_query", "check_params",
        "waits_for",
    )  # fmt: skip
    rows = figure.Rows("claims", finding, found, columns)
    return Listed(heading + _entries(found.frame, language), rows)
