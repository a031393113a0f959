"""Tariff measures of the United States, Canada and Mexico, each with its legal citation."""

import pandas as pd

from data import country_names, recipe


def rows() -> pd.DataFrame:
    """Shape: one row per measure, part and period."""
    cells = recipe.read("tariff_measures")
    details = recipe.read("tariff_measure_details")
    texts = recipe.read("tariff_measure_texts")
    for other in (details, texts):
        if list(other["row"]) != list(cells["row"]) or list(other["id"]) != list(cells["id"]):
            raise country_names.UnknownName("measures, details and texts do not name the same rows")
    dates = {
        "announced_on": details["announced_on"],
        "paused_from": details["paused_from"],
        "paused_to": details["paused_to"],
        "valid_from": cells["effective_from"],
        "valid_to": cells["effective_to"],
        "collected_from": details["collected_from"],
        "collected_to": cells["collected_to"],
    }
    return pd.DataFrame(
        {
            "measure_part": recipe.number(cells["row"]),
            "measure_id": cells["id"],
            "imposing": cells["imposing"],
            "target": details["target"],
            "legal_basis": cells["authority"],
            "programme": details["programme"],
            **{name: recipe.day(dated) for name, dated in dates.items()},
            "end_reason": details["end_reason"],
            "cited_rate_pct": pd.to_numeric(cells["rate_pct"], errors="coerce"),
            "citation": cells["source_cite"],
            "evidence": cells["confidence"],
        }
    )
