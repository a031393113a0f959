"""Short names of headings of the Harmonized System."""

import pandas as pd

from data import recipe


def rows() -> pd.DataFrame:
    """Shape: one row per HS heading, the first four digits of a code."""
    return recipe.read("hs_headings")
