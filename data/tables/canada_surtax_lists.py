"""Canadian tariff items on the lists of counter-tariffs against the United States."""

import pandas as pd

from data import recipe

LISTS = {"2025-1": "2025_march", "125bn": "2025_announced", "steel": "2025_metals"}


def rows() -> pd.DataFrame:
    """Shape: one row per list and tariff item."""
    cells = recipe.read("canada_countermeasure_lists")
    lists = [next(code for start, code in LISTS.items() if name.startswith(start)) for name in cells["list"]]
    return pd.DataFrame({"surtax_list": lists, "tariff_item": cells["canadian_tariff_item"]})
