"""Rates as data: one row is one rate, for one list of products, over one period."""

import pandas as pd

from data import recipe

OPEN = "9999-12-31"


def rows() -> pd.DataFrame:
    """Shape: one row per rule; rates in percent; partner WLD is every country. Corrected as corrections.toml says."""
    sets = {"canada_mexico": "rate_rules_canmex", "comparators": "rate_rules_comparators"}
    cells = pd.concat(
        [recipe.corrected(source).assign(rules_set=name) for name, source in sets.items()], ignore_index=True
    )
    return pd.DataFrame(
        {
            "rule_id": cells["rule_id"],
            "measure_id": cells["measure_id"],
            "authority": cells["authority"],
            "partner": cells["partner"].replace({"ALL": "WLD", "EU27": "EUU"}),
            "tariff_scope": cells["scope"],
            "rate_pct": (recipe.number(cells["rate"]) * 100).round(6),
            "rate_kind": cells["kind"],
            "valid_from": recipe.day(cells["valid_from"]),
            "valid_to": recipe.day(cells["valid_to"].replace({OPEN: ""})),
            "cusma_rule": cells["usmca"],
            "priority": recipe.number(cells["priority"]),
            "except_scopes": cells["except_scope"],
            "hts_headings": cells["heading"],
            "rule_citation": cells["citation"],
            "rules_set": cells["rules_set"],
        }
    )
