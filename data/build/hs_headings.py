"""Short names of headings of the Harmonized System."""

import pandas as pd

from data.build import raw


def rows() -> pd.DataFrame:
    """Shape: one row per HS heading, the first four digits of a code."""
    return raw.read("hs_headings")
