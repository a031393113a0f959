"""Why two countries' books of one flow differ, each cause with its source and a size only where a source gives one."""

import pandas as pd

from data import recipe
from data.catalog import LANGUAGES


def rows() -> pd.DataFrame:
    """Shape: one row per cause, in words of three languages."""
    cells = recipe.read("ledger_causes")
    columns = ["cause", "cause_order", "cause_size_pct", "size_period", "source_title", "source_url"]
    words = [f"{what}_{language}" for what in ("name", "says") for language in LANGUAGES]
    return cells.assign(
        cause_order=recipe.number(cells["cause_order"]), cause_size_pct=recipe.number(cells["cause_size_pct"])
    )[[*columns, *words]]
