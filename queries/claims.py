"""Verdicts on press claims, recomputed: `python -m queries.claims` prints them."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

import queries
from data.output import show
from queries import Answer

EVERY = "all"


def _asked(query: str, params: str) -> Answer:
    given = [(key, value) for key, _, value in (part.partition("=") for part in params.split(";") if part)]
    return queries.ask(query, **queries.parse(queries.describe(query), given))


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


def verdict(claim: pd.Series, row: pd.Series | None, other: Any) -> str:
    """The verdict that follows from a claim, the row it is held against, and a second figure under another concept."""
    kind = claim["claim_kind"]
    if kind == "none":
        return "not_a_statistic"
    if kind == "absent":
        return "matches" if row is None else "contradicted"
    ours = _cell(claim, "check", row)
    if ours is None or row is None:
        return "cannot_be_checked_yet"
    if kind == "truth":
        is_whole = "months" not in row or row["months_covered"] == row["months"]
        return "contradicted" if not ours else "matches" if is_whole else "partly_confirmed"
    if kind == "day":
        return "matches" if str(ours).startswith(claim["stated_text"]) else "contradicted"
    return _verdict_on_value(claim, float(ours), other)


def _verdict_on_value(claim: pd.Series, ours: float, other: Any) -> str:
    gap = abs(claim["stated_value"] - ours)
    if gap <= claim["tolerance"] + 1e-9:
        return "matches" if claim["concept_fits"] else "other_concept"
    if other is not None and abs(claim["stated_value"] - other) <= claim["other_tolerance"] + 1e-9:
        return "other_concept"
    if pd.notna(claim["rounding"]) and gap <= claim["rounding"]:
        return "rounds"
    return "contradicted" if claim["unit_stated"] else "not_reproducible"


def _ours(claim: pd.Series, found: pd.DataFrame) -> Any:
    """Our figure as the reason speaks of it: how many were found, what is behind a yes or no, or the cell itself."""
    if claim["claim_kind"] == "absent":
        return float(len(found))
    if claim["shown_column"] and len(found):
        return found.iloc[0][claim["shown_column"]]
    return _cell(claim, "check", _first(found))


def _checked(claim: pd.Series, ours_from: Answer | None, other_from: Answer | None) -> dict[str, Any]:
    """What a claim looks like against its query and the second one, where it has them."""
    kind, row, ours, other, rows = claim["claim_kind"], None, None, None, 0
    if ours_from:
        found = _rows(ours_from.frame, claim["check_row"])
        row, ours, rows = _first(found), _ours(claim, found), len(found)
    if other_from:
        other = _cell(claim, "other", _first(other_from.frame))
    recomputed = float(ours) if ours is not None and kind != "day" else None
    return {
        "rows": rows,
        "recomputed": recomputed,
        "recomputed_text": str(ours)[:10] if ours is not None and kind == "day" else "",
        "other_value": float(other) if other is not None else None,
        "difference": claim["stated_value"] - recomputed if recomputed is not None and kind == "value" else None,
        "verdict": verdict(claim, row, other),
    }


def computed(claims: pd.DataFrame, params: Mapping[str, Any]) -> tuple[pd.DataFrame, list[Answer]]:
    """The claims with the columns that recomputing fills, those with a wanted verdict, and the answers they rest on.

    Shape: one row per claim, in the order of its number.
    """
    filled, behind = [], []
    for _, claim in claims.iterrows():
        pairs = [(claim[f"{side}_query"], claim[f"{side}_params"]) for side in ("check", "other")]
        answers = [_asked(*pair) if pair[0] else None for pair in pairs]
        found = _checked(claim, *answers)
        if EVERY in params["verdict"] or found["verdict"] in params["verdict"]:
            filled.append({**claim, **found})
            behind += [answer for answer in answers if answer]
    frame = pd.DataFrame(filled, columns=claims.columns)
    return frame.astype({"recomputed": float, "other_value": float, "difference": float, "rows": "Int32"}), behind


if __name__ == "__main__":
    shown = ["claim", "stated_text", "recomputed", "other_value", "difference", "verdict"]
    show(queries.ask("claims").frame[shown].to_string(index=False))
