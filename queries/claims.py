"""Verdicts on press claims, recomputed: `python -m queries.claims` prints them."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

import queries
from data.output import show
from queries import Answer, claim_words

EVERY = "all"
QUOTED = "quoted_figures"
WITHOUT_FIGURE = {"none": "not_a_statistic", "open": "cannot_be_checked_yet"}


def asked(query: str, params: str) -> Answer:
    """The answer that a claim's query and parameters name."""
    given = [(key, value) for key, _, value in (part.partition("=") for part in params.split(";") if part)]
    return queries.ask(query, **queries.parse(queries.describe(query), given))


def held_against(claim: Mapping[str, Any]) -> pd.DataFrame:
    """The rows a claim is held against; none where it names no query."""
    if not claim["check_query"]:
        return pd.DataFrame()
    return _rows(asked(claim["check_query"], claim["check_params"]).frame, claim["check_row"])


def _rows(frame: pd.DataFrame, row: str) -> pd.DataFrame:
    for part in (part for part in row.split(";") if part):
        column, wanted = part.split("=", 1)
        frame = frame[frame[column].astype(str) == wanted]
    return frame


def _first(frame: pd.DataFrame) -> pd.Series | None:
    return None if frame.empty else frame.iloc[0]


def _cell(claim: pd.Series, prefix: str, row: pd.Series | None) -> Any:
    """The cell a claim is held against, scaled; None where there is no such figure."""
    column = claim[f"{prefix}_column"]
    if row is None or pd.isna(row[column]):
        return None
    value = row[column]
    return value * claim[f"{prefix}_scale"] if isinstance(value, float) else value


def verdict(claim: pd.Series, row: pd.Series | None, other: Any, is_quoted: bool = False) -> str:
    """The verdict that follows from a claim, the row it is held against, and a second figure under another concept.

    `is_quoted` says that the row is itself a quotation: agreement then only repeats it.
    """
    kind = claim["claim_kind"]
    if kind in WITHOUT_FIGURE:
        return WITHOUT_FIGURE[kind]
    if kind in ("absent", "found"):
        return "matches" if (row is None) == (kind == "absent") else "contradicted"
    ours = _cell(claim, "check", row)
    if ours is None or row is None:
        return "cannot_be_checked_yet"
    if kind == "truth":
        is_whole = "parts" not in row or row["parts_confirmed"] == row["parts"]
        return "contradicted" if not ours else "matches" if is_whole else "partly_confirmed"
    if kind == "day":
        return "matches" if str(ours).startswith(claim["stated_text"]) else "contradicted"
    return _verdict_on_value(claim, float(ours), other, is_quoted)


def restated(claim: Mapping[str, Any], value: float, tolerance: float) -> str:
    """The verdict on another figure in the place of the one a recomputed claim states, in the same unit."""
    if pd.isna(claim["recomputed"]):
        return "cannot_be_checked_yet"
    instead = {**claim, "stated_value": value, "tolerance": tolerance, "other_tolerance": tolerance}
    other = None if pd.isna(claim["other_value"]) else claim["other_value"]
    return _verdict_on_value(instead, claim["recomputed"], other, claim["ours_quoted"])


def _verdict_on_value(claim: Mapping[str, Any], ours: float, other: Any, is_quoted: bool) -> str:
    if abs(claim["stated_value"] - ours) <= claim["tolerance"] + 1e-9:
        if not claim["concept_fits"]:
            return "other_concept"
        return "repeats_quotation" if is_quoted else "matches"
    if other is not None and abs(claim["stated_value"] - other) <= claim["other_tolerance"] + 1e-9:
        return "other_concept"
    return "contradicted" if claim["unit_stated"] else "not_reproducible"


def _ours(claim: pd.Series, found: pd.DataFrame) -> Any:
    """Our figure as the reason speaks of it: what is behind a yes or no, how many rows, or the cell itself."""
    if claim["shown_column"] and len(found):
        return found.iloc[0][claim["shown_column"]]
    if claim["claim_kind"] in ("absent", "found"):
        return float(len(found))
    return _cell(claim, "check", _first(found))


def _checked(claim: pd.Series, ours_from: Answer | None, other_from: Answer | None) -> dict[str, Any]:
    """What a claim looks like against its query and the second one, where it has them."""
    row, ours, other, rows = None, None, None, 0
    is_quoted = ours_from is not None and QUOTED in ours_from.sources
    if ours_from:
        found = _rows(ours_from.frame, claim["check_row"])
        row, ours, rows = _first(found), _ours(claim, found), len(found)
    if other_from:
        other = _cell(claim, "other", _first(other_from.frame))
    is_day = claim["stated_unit"] == "DATE"
    recomputed = float(ours) if ours is not None and not is_day else None
    return {
        "rows": rows,
        "recomputed": recomputed,
        "recomputed_text": str(ours)[:10] if ours is not None and is_day else "",
        "other_value": float(other) if other is not None else None,
        "ours_quoted": is_quoted,
        "difference": claim["stated_value"] - recomputed
        if recomputed is not None and claim["claim_kind"] == "value"
        else None,
        "verdict": verdict(claim, row, other, is_quoted),
    }


def computed(claims: pd.DataFrame, params: Mapping[str, Any]) -> tuple[pd.DataFrame, list[Answer]]:
    """The claims with the columns that recomputing fills, those with a wanted verdict, and the answers they rest on.

    Shape: one row per claim, in the order of its number; each reason is finished, in the language asked for.
    """
    filled, behind = [], []
    for _, claim in claims.iterrows():
        pairs = [(claim[f"{side}_query"], claim[f"{side}_params"]) for side in ("check", "other")]
        answers = [asked(*pair) if pair[0] else None for pair in pairs]
        found = {**claim, **_checked(claim, *answers)}
        if EVERY in params["verdict"] or found["verdict"] in params["verdict"]:
            filled.append({**found, "reason": claim_words.reason(params["lang"], claim["reason"], found)})
            behind += [answer for answer in answers if answer]
    frame = pd.DataFrame(filled, columns=claims.columns)
    return frame.astype({"recomputed": float, "other_value": float, "difference": float, "rows": "Int32"}), behind


if __name__ == "__main__":
    shown = ["claim", "stated_text", "recomputed", "other_value", "difference", "verdict"]
    show(queries.ask("claims").frame[shown].to_string(index=False))
