"""Verdicts on press claims, recomputed: `python -m queries.claims` prints them."""

from typing import Any

import pandas as pd

import queries


def _params(query: str, written: str) -> dict[str, Any]:
    given = dict(part.split("=", 1) for part in written.split(";") if part)
    return queries.parse(queries.describe(query), given)


def _row(query: str, params: str, row: str) -> pd.Series | None:
    frame = queries.run(query, **_params(query, params))
    for part in (part for part in row.split(";") if part):
        column, wanted = part.split("=", 1)
        frame = frame[frame[column].astype(str) == wanted]
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


def _shown(claim: pd.Series, row: pd.Series | None) -> Any:
    """Our figure as the reason speaks of it: the share or change behind a yes or no, else the cell itself."""
    if row is None:
        return None
    behind = {"us_imports_change": "canada_change_pct", "growth_of_flows": "imports_of_growth_pct",
              "passenger_vehicles": "mexico_cad_bn"}  # fmt: skip
    if claim["check_query"] in behind:
        return float(row[behind[claim["check_query"]]])
    return _cell(claim, "check", row)


def checked() -> pd.DataFrame:
    """Every claim with the recomputed value, a second one where it has one, the difference and the verdict.

    Shape: one row per claim, in the order of its number. `recomputed` and `other_value` are in the units of
    `stated_unit` and `other_unit`; `recomputed_text` holds a day.
    """
    rows = []
    for _, claim in queries.run("claims").iterrows():
        row = other = None
        if claim["check_query"]:
            row = _row(claim["check_query"], claim["check_params"], claim["check_row"])
        if claim["other_query"]:
            other = _cell(claim, "other", _row(claim["other_query"], claim["other_params"], ""))
        if claim["claim_kind"] == "absent":
            found = queries.run(claim["check_query"], **_params(claim["check_query"], claim["check_params"]))
            ours: Any = float(len(found))
        else:
            ours = _shown(claim, row)
        is_number = isinstance(ours, (int, float)) or hasattr(ours, "__float__")
        recomputed = float(ours) if is_number and claim["claim_kind"] != "day" else None
        rows.append(
            {
                **claim,
                "recomputed": recomputed,
                "recomputed_text": str(ours)[:10] if claim["claim_kind"] == "day" and ours is not None else "",
                "other_value": float(other) if other is not None else None,
                "difference": None
                if recomputed is None or claim["claim_kind"] != "value"
                else claim["stated_value"] - recomputed,
                "verdict": verdict(claim, row, other),
            }
        )
    return pd.DataFrame(rows)


if __name__ == "__main__":
    print(
        checked()[["claim", "stated_text", "recomputed", "other_value", "difference", "verdict"]].to_string(index=False)
    )
