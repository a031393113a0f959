"""Figures as governments and the press quote them."""

import pandas as pd

from data import recipe


def rows() -> pd.DataFrame:
    """Shape: one row per quoted figure, each with its unit."""
    cells = recipe.read("quoted_figures").rename(
        columns={"id": "figure", "concept": "quantity", "value": "quoted_value", "url": "source_url"}
    )
    return cells.assign(quoted_value=recipe.number(cells["quoted_value"]))
